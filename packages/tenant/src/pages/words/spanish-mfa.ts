import type { MfaWords } from "../mfa-words.js";

export const spanishMfa: MfaWords = {
  code: "Código",
  recoveryCode: "Código de recuperación",
  proceed: "Continuar",
  newCode: "Enviar un código nuevo",
  otherWays: "Otras formas",
  staysHere: "Nada sale de este equipo:",
  openInbox: "abrir la bandeja de entrada",

  askFor: {
    totp: {
      title: "Escriba su código",
      lead: () => "Su aplicación de autenticación lo muestra, y uno nuevo cada 30 segundos.",
    },
    sms: {
      title: "Mire su teléfono",
      lead: (hint) => `Hemos enviado un SMS con un código a ${hint}.`,
    },
    voice: {
      title: "Conteste al teléfono",
      lead: (hint) => `Llamamos a ${hint} para decirle un código.`,
    },
    email: {
      title: "Mire su correo",
      lead: (hint) => `Hemos enviado un código a ${hint}.`,
    },
    "recovery-code": {
      title: "Use su código de recuperación",
      lead: () => "Lo guardó al configurar el segundo paso. Vale una sola vez.",
    },
  },
  pushes: {
    pending: {
      title: "Apruebe este inicio de sesión",
      lead: "Le preguntamos en su dispositivo. Esta página sigue en cuanto lo apruebe.",
    },
    denied: {
      title: "Este inicio de sesión fue rechazado",
      lead: "Si no era la intención, podemos preguntar una vez más.",
    },
    over: {
      title: "No hubo respuesta",
      lead: "La pregunta en su dispositivo ha caducado. Podemos preguntar una vez más.",
    },
  },
  askAgain: "Preguntar otra vez",
  ways: {
    totp: () => "Usar su aplicación de autenticación",
    sms: (hint) => `Recibir un código por SMS en ${hint}`,
    voice: (hint) => `Recibir una llamada con un código en ${hint}`,
    email: (hint) => `Recibir un código en ${hint}`,
    push: () => "Aprobar en su dispositivo",
    "recovery-code": () => "Usar un código de recuperación",
  },

  wrongCode: "Ese código no es correcto. Compruébelo e inténtelo de nuevo.",
  tooManyCodes: "Demasiados códigos erróneos. Espere unos minutos e inténtelo de nuevo.",
  expiredCode: "Ese código ha caducado. Pida uno nuevo.",
  sentAgain: "Le hemos enviado un código nuevo.",

  setUpTitle: "Configure un segundo paso",
  setUpLead: "Deja fuera a los demás, aunque conozcan su contraseña.",
  offered: { totp: "Aplicación de autenticación", sms: "SMS", email: "Correo electrónico" },
  scanTitle: "Escanee este código",
  scanLead: "Su aplicación de autenticación muestra después seis cifras. Escríbalas abajo.",
  scanImage: "Código QR para su aplicación de autenticación",
  noCamera: "¿Sin cámara? Escriba esta clave en la aplicación:",
  codesBy: { sms: "Códigos por SMS", email: "Códigos por correo" },
  codesLead: "Le enviamos un código cada vez que inicia sesión.",
  phoneNumber: "Número de teléfono",
  invalidAddress: {
    sms: "Escriba el número con su prefijo, por ejemplo +34\u00a0612\u00a034\u00a056\u00a078.",
    email: "Eso no parece una dirección de correo.",
  },
  sendCode: "Enviar código",

  keepTitle: "Guarde su código de recuperación",
  keepLead:
    "Le permite entrar, una vez, cuando el segundo paso no es posible. No volveremos a mostrarlo.",
  kept: "Lo he guardado",
};
