import type { Messages } from "../messages.js";
import { count, number } from "../plural.js";

/** Spanish, as it is understood on both sides of the Atlantic. */
export const es: Messages = {
  locale: "es",
  login: {
    title: "Inicia sesión en tu cuenta",
    submit: "Iniciar sesión",
    pending: "Iniciando sesión",
    done: "Sesión iniciada",
    otherQuestion: "¿Aún no tienes cuenta?",
    other: "Crear una cuenta",
    forgot: "¿Olvidaste la contraseña?",
    reset: "Restablecer contraseña",
    byCode: "Usar un código en su lugar",
    enterprise: "Inicias sesión en la página de tu organización.",
    enterpriseSubmit: "Continuar",
  },
  signup: {
    title: "Crea tu cuenta",
    submit: "Crear cuenta",
    pending: "Creando la cuenta",
    done: "Sesión iniciada",
    otherQuestion: "¿Ya tienes una cuenta?",
    other: "Iniciar sesión",
    acceptedTitle: "Tu cuenta está creada",
    accepted: (email) => `Ya puedes iniciar sesión con ${email}.`,
    acceptedUnconfirmed: (email) =>
      `Primero confirma tu dirección: busca el mensaje que enviamos a ${email}. Después, inicia sesión.`,
    acceptedSubmit: "Iniciar sesión ahora",
    neutralTitle: "Revisa tu correo",
    neutral: (email) =>
      `Si ${email} es una dirección nueva aquí, va en camino un mensaje para confirmarla. Si ya tienes una cuenta, solo inicia sesión.`,
  },
  social: {
    continueWith: (provider) => `Continuar con ${provider}`,
    more: "Más formas de iniciar sesión",
    lastUsed: "Último uso",
    or: "o",
    elsewhere: "Termina en la ventana que se abrió.",
    cancel: "Cancelar",
  },
  passwordless: {
    email: {
      title: "Inicia sesión con un código",
      titleLink: "Inicia sesión con un enlace",
      text: "Lo enviaremos a tu correo electrónico.",
      submit: "Enviar código",
      submitLink: "Enviar enlace",
      pending: "Enviando",
      done: "Enviado",
    },
    phone: {
      title: "Inicia sesión con un código",
      text: "Lo enviaremos a tu teléfono por SMS.",
      submit: "Enviar código",
      pending: "Enviando",
      done: "Enviado",
    },
    code: {
      title: "Escribe el código",
      text: (destination) => `Lo enviamos a ${destination}.`,
      submit: "Iniciar sesión",
      pending: "Iniciando sesión",
      done: "Sesión iniciada",
    },
    link: {
      title: "Revisa tu correo",
      text: (destination) => `Abre el enlace que enviamos a ${destination}.`,
    },
    byPhone: "Recibirlo por SMS",
    byEmail: "Recibirlo por correo electrónico",
    byPassword: "Usar una contraseña en su lugar",
    resend: "Enviar de nuevo",
    resending: "Enviando",
    resendIn: (seconds) => `Enviar de nuevo en ${number("es", seconds)}\u00a0s`,
    resent: "Ya va otro en camino.",
    otherEmail: "Usar otra dirección",
    otherPhone: "Usar otro número",
  },
  resetPassword: {
    title: "Restablece tu contraseña",
    text: "Escribe tu correo electrónico y te enviaremos un enlace para elegir una contraseña nueva.",
    submit: "Enviar enlace",
    pending: "Enviando",
    done: "Enviado",
    sentTitle: "Revisa tu correo",
    sent: (email) =>
      `Si hay una cuenta con ${email}, va en camino un enlace para elegir una contraseña nueva.`,
    backToLogin: "Volver al inicio de sesión",
  },
  mfa: {
    choose: {
      title: "Confirma que eres tú",
      text: "Tu cuenta pide un segundo paso. Elige cuál.",
    },
    factors: {
      otp: "Aplicación de autenticación",
      sms: "SMS",
      voice: "Llamada telefónica",
      email: "Correo electrónico",
      push: "Notificación en tu dispositivo",
      "recovery-code": "Código de recuperación",
    },
    loading: "Buscando tu segundo paso",
    retry: "Reintentar",
    verify: {
      title: "Confirma que eres tú",
      submit: "Continuar",
      pending: "Comprobando",
      done: "Sesión iniciada",
      text: {
        otp: () => "Escribe el código que muestra tu aplicación de autenticación.",
        sms: (name) =>
          name ? `Escribe el código que enviamos a ${name}.` : "Escribe el código que te enviamos.",
        voice: (name) =>
          name
            ? `Estamos llamando a ${name} para darte un código.`
            : "Te estamos llamando para darte un código.",
        email: (name) =>
          name ? `Escribe el código que enviamos a ${name}.` : "Escribe el código que te enviamos.",
        push: (name) =>
          name
            ? `Responde a la notificación que enviamos a ${name}.`
            : "Responde a la notificación que enviamos a tu dispositivo.",
        "recovery-code": () =>
          "Escribe el código de recuperación que guardaste al configurar este paso.",
      },
      denied:
        "En tu dispositivo se respondió que no. Si no fuiste tú, cambia pronto tu contraseña.",
    },
    waiting: "Esperando tu respuesta",
    byRecoveryCode: "Usar un código de recuperación",
    otherWay: "Probar de otra forma",
    elsewhere:
      "Tu segundo paso no se puede hacer aquí. Puedes completarlo en la página de inicio de sesión.",
    expired: "Tardó demasiado. Inicia sesión de nuevo.",
    startOver: "Iniciar sesión de nuevo",
    enroll: {
      title: "Configura un segundo paso",
      text: "Protege tu cuenta aunque alguien sepa tu contraseña. Elige uno.",
      otpTitle: "Configura tu aplicación de autenticación",
      otpText: "Escanea esta imagen con la aplicación y escribe el código que muestra.",
      qrCode: "Código QR para escanear con la aplicación",
      secret: "¿No puedes escanearla? Escribe esta clave en la aplicación:",
      copy: "Copiar",
      copied: "Copiado",
      phoneTitle: "¿Cuál es tu número de teléfono?",
      emailTitle: "¿Cuál es tu correo electrónico?",
      pushTitle: "Configura tu dispositivo",
      pushText: "Escanea esta imagen con la aplicación de tu dispositivo y responde a su pregunta.",
      submit: "Enviar código",
      pending: "Enviando",
    },
    recovery: {
      title: "Guarda tu código de recuperación",
      text: "Con él inicias sesión cuando no tienes tu dispositivo a mano. Lo mostramos una sola vez y sirve una sola vez.",
      saved: "Lo guardé en un lugar seguro",
      required: "Guárdalo primero en un lugar seguro y luego marca esta casilla.",
      submit: "Continuar",
    },
  },
  linkAccounts: {
    title: "Tus cuentas",
    text: "Con cualquiera de ellas inicias sesión como la misma persona.",
    alone: "Vincula otra cuenta y también con ella iniciarás sesión como la misma persona.",
    list: "Cuentas con las que inicias sesión",
    primary: "Cuenta principal",
    loading: "Cargando tus cuentas",
    retry: "Reintentar",
    byPassword: "Contraseña",
    byEmail: "Código por correo",
    byPhone: "Código por SMS",
    linkWith: (provider) => `Vincular ${provider}`,
    linkEmail: "Vincular un correo electrónico",
    linkPhone: "Vincular un número de teléfono",
    proving: "Inicia sesión con la otra cuenta en la ventana que se abrió.",
    inWindow: "Continuar en una ventana",
    confirm: {
      title: "¿Vincular estas cuentas?",
      text: (primary, other) => `A partir de ahora, con ${other} entrarás como ${primary}.`,
      kept: (primary) => `Todo lo que hay en ${primary} queda como está.`,
      lost: (other) => `Lo que ${other} tenga aquí por separado dejará de estar disponible.`,
      submit: "Vincular cuentas",
      pending: "Vinculando",
      done: "Vinculadas",
    },
    cancel: "Cancelar",
    linked: (other) => `Se vinculó ${other}.`,
    undo: "Deshacer",
    undoing: "Deshaciendo",
    already: "Con esa cuenta ya inicias sesión aquí.",
    unlink: (account) => `Desvincular ${account}`,
    unlinkShort: "Desvincular",
    unlinkConfirm: {
      title: "¿Desvincular esta cuenta?",
      text: (account) =>
        `Ya no podrás iniciar sesión aquí con ${account}. Si la vuelves a usar, empezará como una cuenta nueva.`,
      submit: "Desvincular",
      pending: "Desvinculando",
      done: "Desvinculada",
    },
    unlinked: (account) => `Se desvinculó ${account}.`,
    email: {
      title: "Vincula un correo electrónico",
      text: "Enviaremos allí un código para asegurarnos de que es tuyo.",
      submit: "Enviar código",
      pending: "Enviando",
      done: "Enviado",
    },
    phone: {
      title: "Vincula un número de teléfono",
      text: "Enviaremos allí un código para asegurarnos de que es tuyo.",
      submit: "Enviar código",
      pending: "Enviando",
      done: "Enviado",
    },
    code: {
      title: "Escribe el código",
      text: (destination) => `Lo enviamos a ${destination}.`,
      submit: "Continuar",
      pending: "Comprobando",
      done: "Comprobado",
    },
    proveAgain: "Para ver o cambiar tus cuentas, confirma primero que eres tú.",
    proveAgainSubmit: "Confirmar que soy yo",
    expired: "Tardó demasiado. Inicia sesión de nuevo con la otra cuenta.",
    noWindow:
      "La ventana no puede comunicarse con esta página, así que aquí no se puede vincular nada. Prueba con otro navegador.",
    unknown: "No llegó respuesta a tiempo. Así están las cosas ahora.",
  },
  userMenu: {
    open: (name) => (name ? `Cuenta de ${name}` : "Tu cuenta"),
    signOut: "Cerrar sesión",
    signingOut: "Cerrando sesión",
  },
  authPanel: {
    tabs: "Iniciar sesión o crear una cuenta",
    login: "Iniciar sesión",
    signup: "Crear cuenta",
    close: "Cerrar",
    signedIn: (name) => (name ? `Iniciaste sesión como ${name}` : "Iniciaste sesión"),
    ranOut: "Tardó demasiado. Inicia sesión de nuevo.",
  },
  fields: {
    email: "Correo electrónico",
    username: "Nombre de usuario",
    emailOrUsername: "Correo electrónico o nombre de usuario",
    phone: "Número de teléfono",
    country: "País",
    password: "Contraseña",
    newPassword: "Contraseña",
    code: "Código",
    recoveryCode: "Código de recuperación",
    optional: "(opcional)",
    choose: "Elegir",
    loadingChoices: "Cargando",
    choicesFailed: "Las opciones no se cargaron.",
    retryChoices: "Reintentar",
    showPassword: "Mostrar contraseña",
    capsLock: "Bloq Mayús está activado.",
  },
  progress: {
    slow: "Está tardando más de lo normal. Espera un momento.",
    wait: (seconds) => `Reintentar en ${number("es", seconds)}\u00a0s`,
    hosted: "Continuar en la página de inicio de sesión",
    back: "Volver",
    framed:
      "Otro sitio muestra esta página dentro de la suya. Por tu seguridad, inicia sesión en la página misma.",
    framedOpen: "Abrir la página",
  },
  validation: {
    email_required: "Escribe tu correo electrónico.",
    email_invalid: "Escribe una dirección como nombre@example.com.",
    password_required: "Escribe tu contraseña.",
    password_weak: "Elige una contraseña que cumpla las reglas de abajo.",
    username_required: "Escribe tu nombre de usuario.",
    username_invalid:
      "Usa letras, números y signos como . _ o -, sin espacios. No puede ser un correo electrónico.",
    identifier_required: "Escribe tu correo electrónico o tu nombre de usuario.",
    phone_required: "Escribe tu número de teléfono.",
    phone_invalid: "Escribe un número como +34\u00a0612\u00a034\u00a056\u00a078.",
    code_required: "Escribe el código.",
    terms_required: "Acepta las condiciones para continuar.",
    field_required: "Completa este campo.",
    choice_required: "Elige una opción.",
    tick_required: "Marca esta casilla para continuar.",
    value_invalid: "Hay algo que no está bien. Revísalo.",
    value_too_long: "Es demasiado largo. Acórtalo.",
    value_not_plain: "Escribe aquí solo texto, sin enlaces.",
    captcha_required: "Completa primero la verificación.",
    refused: "No funcionó esta vez. Inténtalo de nuevo en un momento.",
  },
  rules: {
    title: "Tu contraseña necesita",
    met: "listo",
    open: "falta",
    nonEmpty: () => "Al menos 1 carácter",
    lengthAtLeast: ([length = 1]) => `Al menos ${characters(length)}`,
    shouldContain: () => "Todo esto:",
    containsAtLeast: ([some = 1, all = 1]) =>
      `Al menos ${number("es", some)} de estos ${number("es", all)}:`,
    identicalChars: ([most = 2]) =>
      `No más de ${count("es", most, { one: "# carácter idéntico seguido", other: "# caracteres idénticos seguidos" })}`,
    sequentialChars: ([most = 2]) => `No más de ${characters(most)} en secuencia, como abc o 321`,
    maxLength: ([most = 72]) =>
      `No más de ${count("es", most, { one: "# byte", other: "# bytes" })}: una contraseña más corta`,
    lowerCase: () => "Una letra minúscula (a–z)",
    upperCase: () => "Una letra mayúscula (A–Z)",
    numbers: () => "Un número (0–9)",
    specialCharacters: () => "Un carácter especial (como\u00a0!@#$)",
  },
  errors: {
    network: ({ details }) =>
      details.reload
        ? "Una parte de esta página no se cargó. Recárgala e inténtalo de nuevo."
        : details.online
          ? "No pudimos conectar con el servicio de inicio de sesión. Revisa tu conexión e inténtalo de nuevo."
          : "No tienes conexión. Conéctate a internet e inténtalo de nuevo.",
    timeout: "El servicio de inicio de sesión tardó demasiado en responder. Inténtalo de nuevo.",
    aborted: "Se canceló. Inténtalo de nuevo cuando quieras.",
    rate_limited: ({ retryAfter }) =>
      retryAfter
        ? `Fueron demasiados intentos. Espera ${seconds(retryAfter)} e inténtalo de nuevo.`
        : "Fueron demasiados intentos. Espera un momento e inténtalo de nuevo.",
    server: "Algo salió mal de nuestro lado. Inténtalo de nuevo en un momento.",
    invalid_response:
      "Algo se interpuso entre tú y nosotros. Revisa tu conexión e inténtalo de nuevo.",

    insecure_context:
      "Esta página no es segura, así que no puedes iniciar sesión aquí. Ábrela con https.",
    storage_unavailable:
      "Tu navegador no permite que esta página recuerde tu sesión. Permite los datos de sitio para esta página e inténtalo de nuevo.",
    third_party_cookies_blocked:
      "La configuración de privacidad de tu navegador impide iniciar sesión aquí. Puedes hacerlo en la página de inicio de sesión.",

    popup_blocked:
      "Tu navegador no abrió la ventana de inicio de sesión. Permite las ventanas emergentes aquí e inténtalo de nuevo.",
    popup_closed:
      "Cerraste la ventana de inicio de sesión antes de terminar. Inténtalo de nuevo cuando quieras.",
    popup_unavailable:
      "La ventana de inicio de sesión no puede comunicarse con esta página. Continúa en la página de inicio de sesión.",

    invalid_callback: "Ese enlace de inicio de sesión no funciona. Empieza de nuevo aquí.",
    unsolicited: "Ese inicio de sesión no empezó en esta página. Empieza de nuevo aquí.",
    transaction_lost: "Perdimos el rastro de tu inicio de sesión. Empieza de nuevo aquí.",
    transaction_expired: "Ese inicio de sesión tardó demasiado. Empieza de nuevo aquí.",
    invalid_token:
      "No pudimos confirmar tu inicio de sesión. Revisa el reloj de tu dispositivo e inténtalo de nuevo.",

    login_required:
      "No se pudo terminar de iniciar sesión aquí. Continúa en la página de inicio de sesión.",
    consent_required:
      "Antes de continuar, necesitamos tu permiso. Puedes darlo en la página de inicio de sesión.",
    interaction_required: "Falta un paso más. Puedes completarlo en la página de inicio de sesión.",
    user_changed:
      "Ahora la sesión está iniciada con otra cuenta. Recarga la página para continuar.",

    invalid_credentials: "Ese correo y esa contraseña no coinciden.",
    invalid_otp: "Ese código no es correcto o ya caducó.",
    too_many_attempts:
      "Bloqueamos tu cuenta por ahora, para protegerla. Busca nuestro correo para saber cómo desbloquearla o inténtalo más tarde.",
    blocked_user:
      "Esta cuenta no puede iniciar sesión. Si crees que es un error, contacta con soporte.",
    password_leaked:
      "Esta contraseña apareció en una filtración de otro sitio. Para proteger tu cuenta, busca nuestro correo y restablécela.",
    mfa_required:
      "Tu cuenta pide un segundo paso. Puedes completarlo en la página de inicio de sesión.",
    expired_token: "Tardó demasiado. Inicia sesión de nuevo.",
    authorization_pending: "Estamos esperando tu respuesta en tu dispositivo.",
    slow_down: "Estamos esperando tu respuesta en tu dispositivo.",
    association_required:
      "Configura primero un segundo paso. Puedes hacerlo en la página de inicio de sesión.",
    requires_verification:
      "Tenemos que comprobar que eres tú. Puedes confirmarlo en la página de inicio de sesión.",

    invalid_signup: "No pudimos crear esa cuenta. Si ya tienes una, inicia sesión.",
    user_exists: "Ya existe una cuenta con esa dirección. Inicia sesión.",
    username_exists: "Ese nombre de usuario ya está en uso. Elige otro.",
    invalid_email: "Escribe una dirección como nombre@example.com.",
    invalid_phone_number: "Escribe un número como +34\u00a0612\u00a034\u00a056\u00a078.",
    sms_provider_error: "No pudimos enviar un SMS a ese número. Revísalo e inténtalo de nuevo.",
    invalid_captcha: "La verificación no funcionó. Inténtala de nuevo.",
    invalid_password: ({ details }) => {
      switch (details.policy) {
        case "strength":
          return "Elige una contraseña más segura.";
        case "dictionary":
          return "Demasiada gente usa esa contraseña. Elige otra.";
        case "user_info":
          return "No incluyas tu nombre ni tu correo electrónico en la contraseña.";
        case "history":
          return "Ya usaste esa contraseña. Elige una nueva.";
      }
    },
    signup_disabled: "Por ahora no se pueden crear cuentas nuevas aquí.",

    invalid_grant: "Tu sesión caducó. Inicia sesión de nuevo.",
    access_denied: "No tienes acceso. Consulta a quien administra esta aplicación.",
    unauthorized_client:
      "Aquí todavía no se ha configurado el inicio de sesión. Avisa a quien administra esta aplicación.",
    insufficient_scope: "No tienes acceso a esta parte de tu cuenta. Inicia sesión de nuevo.",
    inexistent_user: "Esa cuenta ya no existe. Recarga la página para continuar.",
    legacy_endpoint_disabled:
      "El inicio de sesión no está bien configurado. Avisa a quien administra esta aplicación.",
    origin_not_allowed:
      "El inicio de sesión todavía no está configurado para esta página. Avisa a quien administra esta aplicación.",
    invalid_request:
      "El inicio de sesión no está bien configurado. Avisa a quien administra esta aplicación.",
  },
};

function characters(value: number): string {
  return count("es", value, { one: "# carácter", other: "# caracteres" });
}

function seconds(duration: number): string {
  return count("es", Math.ceil(duration / 1000), { one: "# segundo", other: "# segundos" });
}
