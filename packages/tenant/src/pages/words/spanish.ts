import type { HostedWords } from "../hosted-words.js";

export const spanish: HostedWords = {
  language: "es",
  signIn: "Iniciar sesión",
  signInTo: (client) => `Iniciar sesión en ${client}`,
  continueTo: (client) => `para continuar a ${client}`,
  email: "Correo electrónico",
  emailOrUsername: "Correo electrónico o nombre de usuario",
  password: "Contraseña",
  forgotPassword: "¿Olvidó su contraseña?",
  noAccount: "¿Aún no tiene cuenta?",
  signUp: "Registrarse",
  or: "o",
  continueWith: (provider) => `Continuar con ${provider}`,
  moreWays: "Más formas de iniciar sesión",
  invitation: (inviter, organization) =>
    inviter === organization
      ? `Tiene una invitación a ${organization}`
      : `${inviter} le invita a ${organization}`,

  formTooOld: "Este formulario era demasiado antiguo. Inténtelo de nuevo.",
  passwordMissing: "Escriba su contraseña.",
  wrongCredentials: "El correo electrónico y la contraseña no coinciden.",
  blockedUser: "Esta cuenta está bloqueada. Consulte a los responsables de la aplicación.",
  passwordLeaked: "Esta contraseña aparece en una filtración de datos. Elija una nueva.",
  tooManyAttempts:
    "Demasiados intentos seguidos. La cuenta está bloqueada; le hemos enviado un enlace para desbloquearla.",
  suspiciousAddress: "Demasiados intentos fallidos desde su red. Inténtelo más tarde.",

  chooseOrganization: "Elija una organización",
  otherOrganization: "Elija una de estas organizaciones.",

  allowAccess: (client) => `¿Permitir el acceso de ${client}?`,
  accessTo: (account) => `a la cuenta ${account}`,
  mayUse: "Se trata de:",
  scopes: {
    openid: "quién es usted",
    profile: "su nombre y su foto",
    email: "su dirección de correo electrónico",
    phone: "su número de teléfono",
    address: "su dirección postal",
    offline_access: "el acceso mientras no está",
  },
  allow: "Permitir",
  decline: "Rechazar",
};
