import type { AccountWords } from "../account-words.js";

export const spanishAccount: AccountWords = {
  signUpFor: (client) => `Registrarse en ${client}`,
  createAccount: "Crear su cuenta",
  username: "Nombre de usuario",
  haveAccount: "¿Ya tiene una cuenta?",
  signupClosed: "Aquí no se admiten cuentas nuevas.",
  invalidEmail: "Eso no parece una dirección de correo.",
  usernameMissing: "Elija un nombre de usuario.",
  usernameRules: {
    length: "Un nombre de usuario tiene 15 caracteres como máximo.",
    characters: "Un nombre de usuario solo tiene letras, cifras y _ + - . ! # $ ^ ` ~ @ '.",
    address: "Un nombre de usuario no puede ser una dirección de correo.",
  },
  notCreated: "No hemos podido crear esta cuenta. Pruebe a iniciar sesión.",

  forgotTitle: "¿Olvidó su contraseña?",
  forgotLead: "Le enviaremos un enlace para elegir una nueva.",
  sendLink: "Enviar enlace",
  backToSignIn: "Volver al inicio de sesión",
  loginMissing: "Indique su dirección de correo electrónico.",
  tooManyRequests: "Demasiados intentos. Espere un minuto.",
  mailSent: {
    title: "Mire su correo",
    text: (login) =>
      `Si ${login} tiene una cuenta aquí, un enlace para elegir una contraseña nueva está en camino.`,
  },

  newPasswordTitle: "Elegir una contraseña nueva",
  forAccount: (email) => `para ${email}`,
  newPassword: "Contraseña nueva",
  repeatPassword: "Repetir la contraseña nueva",
  changePassword: "Cambiar contraseña",
  notTheSame: "Las dos contraseñas no coinciden.",
  passwordChanged: {
    title: "Su contraseña ha cambiado",
    text: "Su sesión se ha cerrado en todas partes. Desde ahora, entre con la contraseña nueva.",
  },
  backTo: (client) => `Volver a ${client}`,

  leaked: "Esta contraseña se conoce por una filtración de datos en otro sitio. Elija otra.",
  refusals: {
    PasswordStrengthError: "Esa contraseña es demasiado débil. Vea abajo lo que necesita.",
    PasswordDictionaryError: "Esa contraseña es de las primeras que se adivinan. Elija otra.",
    PasswordNoUserInfoError:
      "Esa contraseña contiene su nombre o su correo electrónico. Elija otra.",
    PasswordHistoryError: "Ya usó esa contraseña. Elija una nueva.",
  },
  rules: {
    any: "Vale cualquier contraseña",
    length: (count) => `Al menos ${count} caracteres`,
    all: (kinds) => `Todo esto: ${kinds}`,
    some: (count, kinds) => `Al menos ${count} de estos: ${kinds}`,
    inARow: (count) => `Ningún carácter más de ${count} veces seguidas`,
    common: "Ninguna de las contraseñas más comunes",
    personal: "Nada de su nombre ni de su correo electrónico",
    former: (count) =>
      count === 1 ? "No la contraseña anterior" : `Ninguna de sus últimas ${count} contraseñas`,
  },
  kinds: {
    lowerCase: "minúsculas",
    upperCase: "mayúsculas",
    numbers: "cifras",
    specialCharacters: "símbolos",
  },

  linkExpired: {
    title: "Este enlace es demasiado antiguo",
    text: "Los enlaces de los correos valen durante un tiempo limitado.",
  },
  linkUsed: {
    title: "Este enlace ya no funciona",
    text: "Ya se ha usado, o se ha enviado uno más reciente.",
  },
  askForNewLink: "Pida uno nuevo donde inicia sesión.",
  allIsWellIfVerified: "Si su dirección ya está verificada, todo está bien.",
  changeInstead: "Si no puede entrar, cambie su contraseña.",

  emailVerified: {
    title: "Su dirección de correo está verificada",
    text: "Gracias. Puede cerrar esta página y volver a la aplicación.",
  },
  emailChanged: {
    title: "Este enlace es de otra dirección",
    text: "La cuenta tiene una dirección de correo nueva desde que se envió este mensaje.",
  },
  emailUnverified: {
    title: "Esta dirección sigue sin verificar",
    text: "En este tenant, las direcciones que empiezan por «unverified+» no se pueden verificar.",
  },
  unblocked: {
    title: "Su cuenta está desbloqueada",
    text: "Ya puede volver a entrar. Si los intentos fallidos no fueron suyos, cambie su contraseña.",
  },
};
