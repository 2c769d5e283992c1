import type { Messages } from "../messages.js";
import { count, number } from "../plural.js";

/** Portuguese as it is spoken in Brazil. */
export const ptBR: Messages = {
  locale: "pt-BR",
  login: {
    title: "Entre na sua conta",
    submit: "Entrar",
    pending: "Entrando",
    done: "Você entrou",
    otherQuestion: "Ainda não tem conta?",
    other: "Criar uma conta",
    forgot: "Esqueceu a senha?",
    reset: "Redefinir senha",
    byCode: "Entrar com um código",
    enterprise: "Você entra pela página da sua organização.",
    enterpriseSubmit: "Continuar",
  },
  signup: {
    title: "Crie sua conta",
    submit: "Criar conta",
    pending: "Criando a conta",
    done: "Você entrou",
    otherQuestion: "Já tem uma conta?",
    other: "Entrar",
    acceptedTitle: "Sua conta foi criada",
    accepted: (email) => `Agora você já pode entrar com ${email}.`,
    acceptedUnconfirmed: (email) =>
      `Primeiro, confirme seu endereço: procure a mensagem que enviamos para ${email}. Depois, entre na sua conta.`,
    acceptedSubmit: "Entrar agora",
    neutralTitle: "Confira seu e-mail",
    neutral: (email) =>
      `Se ${email} for um endereço novo aqui, uma mensagem para confirmá-lo está a caminho. Se você já tem uma conta, é só entrar.`,
  },
  social: {
    continueWith: (provider) => `Continuar com ${provider}`,
    more: "Mais formas de entrar",
    lastUsed: "Último uso",
    or: "ou",
    elsewhere: "Termine na janela que se abriu.",
    cancel: "Cancelar",
  },
  passwordless: {
    email: {
      title: "Entre com um código",
      titleLink: "Entre com um link",
      text: "Vamos enviá-lo para o seu e-mail.",
      submit: "Enviar código",
      submitLink: "Enviar link",
      pending: "Enviando",
      done: "Enviado",
    },
    phone: {
      title: "Entre com um código",
      text: "Vamos enviá-lo por SMS para o seu celular.",
      submit: "Enviar código",
      pending: "Enviando",
      done: "Enviado",
    },
    code: {
      title: "Digite o código",
      text: (destination) => `Ele foi enviado para ${destination}.`,
      submit: "Entrar",
      pending: "Entrando",
      done: "Você entrou",
    },
    link: {
      title: "Confira seu e-mail",
      text: (destination) => `Abra o link que enviamos para ${destination}.`,
    },
    byPhone: "Prefiro receber por SMS",
    byEmail: "Prefiro receber por e-mail",
    byPassword: "Entrar com senha",
    resend: "Enviar de novo",
    resending: "Enviando",
    resendIn: (seconds) => `Enviar de novo em ${number("pt-BR", seconds)}\u00a0s`,
    resent: "Enviamos outra mensagem.",
    otherEmail: "Usar outro endereço",
    otherPhone: "Usar outro número",
  },
  resetPassword: {
    title: "Redefina sua senha",
    text: "Informe seu e-mail e enviaremos um link para você escolher uma nova senha.",
    submit: "Enviar link",
    pending: "Enviando",
    done: "Enviado",
    sentTitle: "Confira seu e-mail",
    sent: (email) =>
      `Se houver uma conta com ${email}, um link para escolher uma nova senha está a caminho.`,
    backToLogin: "Voltar para o login",
  },
  mfa: {
    choose: {
      title: "Confirme que é você",
      text: "Sua conta pede uma segunda etapa. Escolha como.",
    },
    factors: {
      otp: "Aplicativo autenticador",
      sms: "SMS",
      voice: "Ligação telefônica",
      email: "E-mail",
      push: "Notificação no seu dispositivo",
      "recovery-code": "Código de recuperação",
    },
    loading: "Buscando sua segunda etapa",
    retry: "Tentar de novo",
    verify: {
      title: "Confirme que é você",
      submit: "Continuar",
      pending: "Verificando",
      done: "Você entrou",
      text: {
        otp: () => "Digite o código que aparece no seu aplicativo autenticador.",
        sms: (name) =>
          name ? `Digite o código que enviamos para ${name}.` : "Digite o código que enviamos.",
        voice: (name) =>
          name
            ? `Estamos ligando para ${name} para informar um código.`
            : "Estamos ligando para informar um código.",
        email: (name) =>
          name ? `Digite o código que enviamos para ${name}.` : "Digite o código que enviamos.",
        push: (name) =>
          name
            ? `Responda à notificação que enviamos para ${name}.`
            : "Responda à notificação que enviamos para o seu dispositivo.",
        "recovery-code": () =>
          "Digite o código de recuperação que você guardou ao configurar esta etapa.",
      },
      denied: "A resposta no seu dispositivo foi não. Se não foi você, troque logo sua senha.",
    },
    waiting: "Aguardando sua resposta",
    byRecoveryCode: "Usar um código de recuperação",
    otherWay: "Tentar de outra forma",
    elsewhere:
      "Sua segunda etapa não pode ser feita aqui. Você pode concluí-la na página de login.",
    expired: "Demorou demais. Entre de novo.",
    startOver: "Entrar de novo",
    enroll: {
      title: "Configure uma segunda etapa",
      text: "Ela protege sua conta mesmo que alguém saiba sua senha. Escolha uma.",
      otpTitle: "Configure seu aplicativo autenticador",
      otpText: "Escaneie esta imagem com o aplicativo e digite o código que ele mostrar.",
      qrCode: "QR code para escanear com o aplicativo",
      secret: "Não consegue escanear? Digite esta chave no aplicativo:",
      copy: "Copiar",
      copied: "Copiado",
      phoneTitle: "Qual é o seu número?",
      emailTitle: "Qual é o seu e-mail?",
      pushTitle: "Configure seu dispositivo",
      pushText:
        "Escaneie esta imagem com o aplicativo do seu dispositivo e responda à pergunta dele.",
      submit: "Enviar código",
      pending: "Enviando",
    },
    recovery: {
      title: "Guarde seu código de recuperação",
      text: "Com ele você entra quando não estiver com seu dispositivo. Ele só é mostrado uma vez e só funciona uma vez.",
      saved: "Guardei em um lugar seguro",
      required: "Guarde-o primeiro em um lugar seguro e depois marque esta caixa.",
      submit: "Continuar",
    },
  },
  linkAccounts: {
    title: "Suas contas",
    text: "Com qualquer uma delas você entra como a mesma pessoa.",
    alone: "Vincule outra conta e entre também com ela como a mesma pessoa.",
    list: "Contas com as quais você entra",
    primary: "Conta principal",
    loading: "Carregando suas contas",
    retry: "Tentar de novo",
    byPassword: "Senha",
    byEmail: "Código por e-mail",
    byPhone: "Código por SMS",
    linkWith: (provider) => `Vincular ${provider}`,
    linkEmail: "Vincular um endereço de e-mail",
    linkPhone: "Vincular um número de telefone",
    proving: "Entre com a outra conta na janela que se abriu.",
    inWindow: "Continuar em uma janela",
    confirm: {
      title: "Vincular estas contas?",
      text: (primary, other) => `A partir de agora, com ${other} você entra como ${primary}.`,
      kept: (primary) => `Tudo em ${primary} fica como está.`,
      lost: (other) => `O que ${other} tem aqui separadamente não poderá mais ser acessado.`,
      submit: "Vincular contas",
      pending: "Vinculando",
      done: "Vinculadas",
    },
    cancel: "Cancelar",
    linked: (other) => `A conta ${other} foi vinculada.`,
    undo: "Desfazer",
    undoing: "Desfazendo",
    already: "Você já entra aqui com essa conta.",
    unlink: (account) => `Desvincular ${account}`,
    unlinkShort: "Desvincular",
    unlinkConfirm: {
      title: "Desvincular esta conta?",
      text: (account) =>
        `Você não poderá mais entrar aqui com ${account}. Se usar essa conta de novo, ela começará como uma conta nova.`,
      submit: "Desvincular",
      pending: "Desvinculando",
      done: "Desvinculada",
    },
    unlinked: (account) => `A conta ${account} foi desvinculada.`,
    email: {
      title: "Vincule um endereço de e-mail",
      text: "Vamos enviar um código para ele, para ter certeza de que é seu.",
      submit: "Enviar código",
      pending: "Enviando",
      done: "Enviado",
    },
    phone: {
      title: "Vincule um número de telefone",
      text: "Vamos enviar um código para ele, para ter certeza de que é seu.",
      submit: "Enviar código",
      pending: "Enviando",
      done: "Enviado",
    },
    code: {
      title: "Digite o código",
      text: (destination) => `Ele foi enviado para ${destination}.`,
      submit: "Continuar",
      pending: "Verificando",
      done: "Verificado",
    },
    proveAgain: "Para ver ou alterar suas contas, confirme primeiro que é você.",
    proveAgainSubmit: "Confirmar que sou eu",
    expired: "Demorou demais. Entre de novo com a outra conta.",
    noWindow:
      "A janela não consegue se comunicar com esta página, por isso não dá para vincular nada aqui. Tente em outro navegador.",
    unknown: "A resposta não chegou a tempo. É assim que as coisas estão agora.",
  },
  userMenu: {
    open: (name) => (name ? `Conta de ${name}` : "Sua conta"),
    signOut: "Sair",
    signingOut: "Saindo",
  },
  authPanel: {
    tabs: "Entrar ou criar uma conta",
    login: "Entrar",
    signup: "Criar conta",
    close: "Fechar",
    signedIn: (name) => (name ? `Você entrou como ${name}` : "Você entrou"),
    ranOut: "Demorou demais. Entre de novo.",
  },
  fields: {
    email: "E-mail",
    username: "Nome de usuário",
    emailOrUsername: "E-mail ou nome de usuário",
    phone: "Número de telefone",
    country: "País",
    password: "Senha",
    newPassword: "Senha",
    code: "Código",
    recoveryCode: "Código de recuperação",
    optional: "(opcional)",
    choose: "Escolher",
    loadingChoices: "Carregando",
    choicesFailed: "As opções não carregaram.",
    retryChoices: "Tentar de novo",
    showPassword: "Mostrar senha",
    capsLock: "O Caps Lock está ativado.",
  },
  progress: {
    slow: "Está demorando mais do que o normal. Só mais um momento.",
    wait: (seconds) => `Tentar de novo em ${number("pt-BR", seconds)}\u00a0s`,
    hosted: "Continuar na página de login",
    back: "Voltar",
    framed:
      "Outro site está mostrando esta página dentro da página dele. Para sua segurança, entre na própria página.",
    framedOpen: "Abrir a página",
  },
  validation: {
    email_required: "Digite seu e-mail.",
    email_invalid: "Digite um endereço como nome@example.com.",
    password_required: "Digite sua senha.",
    password_weak: "Escolha uma senha que atenda às regras abaixo.",
    username_required: "Digite seu nome de usuário.",
    username_invalid:
      "Use letras, números e sinais como . _ ou -, sem espaços. Não pode ser um endereço de e-mail.",
    identifier_required: "Digite seu e-mail ou nome de usuário.",
    phone_required: "Digite seu número de telefone.",
    phone_invalid: "Digite um número como +55\u00a011\u00a096123-4567.",
    code_required: "Digite o código.",
    terms_required: "Aceite os termos para continuar.",
    field_required: "Preencha este campo.",
    choice_required: "Escolha uma opção.",
    tick_required: "Marque esta caixa para continuar.",
    value_invalid: "Ainda não está certo. Confira.",
    value_too_long: "Está longo demais. Encurte.",
    value_not_plain: "Escreva aqui apenas texto, sem links.",
    captcha_required: "Conclua a verificação primeiro.",
    refused: "Não deu certo agora. Tente de novo em instantes.",
  },
  rules: {
    title: "Sua senha precisa ter",
    met: "feito",
    open: "falta",
    nonEmpty: () => "Pelo menos 1 caractere",
    lengthAtLeast: ([length = 1]) => `Pelo menos ${characters(length)}`,
    shouldContain: () => "Tudo isto:",
    containsAtLeast: ([some = 1, all = 1]) =>
      `Pelo menos ${number("pt-BR", some)} destes ${number("pt-BR", all)} itens:`,
    identicalChars: ([most = 2]) =>
      `No máximo ${count("pt-BR", most, { one: "# caractere igual seguido", other: "# caracteres iguais seguidos" })}`,
    sequentialChars: ([most = 2]) => `No máximo ${characters(most)} em sequência, como abc ou 321`,
    maxLength: ([most = 72]) =>
      `No máximo ${count("pt-BR", most, { one: "# byte", other: "# bytes" })}: uma senha mais curta`,
    lowerCase: () => "Uma letra minúscula (a–z)",
    upperCase: () => "Uma letra maiúscula (A–Z)",
    numbers: () => "Um número (0–9)",
    specialCharacters: () => "Um caractere especial (como\u00a0!@#$)",
  },
  errors: {
    network: ({ details }) =>
      details.reload
        ? "Uma parte desta página não carregou. Recarregue-a e tente de novo."
        : details.online
          ? "Não conseguimos acessar o serviço de login. Verifique sua conexão e tente de novo."
          : "Você está sem conexão. Conecte-se à internet e tente de novo.",
    timeout: "O serviço de login demorou demais para responder. Tente de novo.",
    aborted: "A operação foi cancelada. Tente de novo quando quiser.",
    rate_limited: ({ retryAfter }) =>
      retryAfter
        ? `Muitas tentativas em pouco tempo. Aguarde ${seconds(retryAfter)} e tente de novo.`
        : "Muitas tentativas em pouco tempo. Aguarde um momento e tente de novo.",
    server: "Algo deu errado do nosso lado. Tente de novo em instantes.",
    invalid_response:
      "Algo atrapalhou a comunicação entre você e nós. Verifique sua conexão e tente de novo.",

    insecure_context:
      "Esta página não é segura, por isso não dá para entrar por aqui. Abra-a com https.",
    storage_unavailable:
      "Seu navegador não permite que esta página se lembre do seu login. Permita os dados de site para esta página e tente de novo.",
    third_party_cookies_blocked:
      "As configurações de privacidade do seu navegador impedem o login por aqui. Você pode entrar pela página de login.",

    popup_blocked:
      "Seu navegador não abriu a janela de login. Permita pop-ups aqui e tente de novo.",
    popup_closed: "A janela de login foi fechada antes do fim. Tente de novo quando quiser.",
    popup_unavailable:
      "A janela de login não consegue se comunicar com esta página. Continue na página de login.",

    invalid_callback: "Esse link de login não funciona. Comece de novo por aqui.",
    unsolicited: "Esse login não começou nesta página. Comece de novo por aqui.",
    transaction_lost: "Perdemos o andamento do seu login. Comece de novo por aqui.",
    transaction_expired: "Esse login demorou demais. Comece de novo por aqui.",
    invalid_token:
      "Não conseguimos confirmar seu login. Verifique o relógio do seu dispositivo e tente de novo.",

    login_required: "Não foi possível concluir seu login aqui. Continue na página de login.",
    consent_required:
      "Antes de continuar, precisamos da sua permissão. Você pode concedê-la na página de login.",
    interaction_required: "Falta mais uma etapa. Você pode concluí-la na página de login.",
    user_changed: "Agora outra conta está conectada. Recarregue a página para continuar.",

    invalid_credentials: "Esse e-mail e essa senha não combinam.",
    invalid_otp: "Esse código está errado ou expirou.",
    too_many_attempts:
      "Sua conta está bloqueada por enquanto, para protegê-la. Procure nosso e-mail para saber como desbloqueá-la ou tente mais tarde.",
    blocked_user:
      "Não é possível entrar com esta conta. Se você acha que é um engano, fale com o suporte.",
    password_leaked:
      "Esta senha apareceu em um vazamento de outro site. Para proteger sua conta, procure nosso e-mail e redefina a senha.",
    mfa_required: "Sua conta pede uma segunda etapa. Você pode concluí-la na página de login.",
    expired_token: "Demorou demais. Entre de novo.",
    authorization_pending: "Estamos aguardando sua resposta no seu dispositivo.",
    slow_down: "Estamos aguardando sua resposta no seu dispositivo.",
    association_required:
      "Configure uma segunda etapa primeiro. Você pode fazer isso na página de login.",
    requires_verification:
      "Precisamos verificar que é você. Você pode fazer isso na página de login.",

    invalid_signup: "Não conseguimos criar essa conta. Se você já tem uma, entre com ela.",
    user_exists: "Já existe uma conta com esse endereço. Entre com ela.",
    username_exists: "Esse nome de usuário já está em uso. Escolha outro.",
    invalid_email: "Digite um endereço como nome@example.com.",
    invalid_phone_number: "Digite um número como +55\u00a011\u00a096123-4567.",
    sms_provider_error: "Não conseguimos enviar um SMS para esse número. Confira e tente de novo.",
    invalid_captcha: "A verificação não deu certo. Tente de novo.",
    invalid_password: ({ details }) => {
      switch (details.policy) {
        case "strength":
          return "Escolha uma senha mais forte.";
        case "dictionary":
          return "Muita gente usa essa senha. Escolha outra.";
        case "user_info":
          return "Não use seu nome nem seu e-mail na senha.";
        case "history":
          return "Você já usou essa senha. Escolha uma nova.";
      }
    },
    signup_disabled: "No momento, não é possível criar contas aqui.",

    invalid_grant: "Sua sessão expirou. Entre de novo.",
    access_denied: "Você não tem acesso. Fale com quem administra este aplicativo.",
    unauthorized_client:
      "O login ainda não foi configurado aqui. Avise quem administra este aplicativo.",
    insufficient_scope: "Você não tem acesso a esta parte da sua conta. Entre de novo.",
    inexistent_user: "Essa conta não existe mais. Recarregue a página para continuar.",
    legacy_endpoint_disabled:
      "O login não está configurado corretamente. Avise quem administra este aplicativo.",
    origin_not_allowed:
      "O login ainda não foi configurado para esta página. Avise quem administra este aplicativo.",
    invalid_request:
      "O login não está configurado corretamente. Avise quem administra este aplicativo.",
  },
};

function characters(value: number): string {
  return count("pt-BR", value, { one: "# caractere", other: "# caracteres" });
}

function seconds(duration: number): string {
  return count("pt-BR", Math.ceil(duration / 1000), { one: "# segundo", other: "# segundos" });
}
