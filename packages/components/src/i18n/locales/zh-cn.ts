import type { Messages } from "../messages.js";
import { number } from "../plural.js";

/** Chinese in simplified characters. */
export const zhCN: Messages = {
  locale: "zh-CN",
  login: {
    title: "登录您的账号",
    submit: "登录",
    pending: "正在登录",
    done: "已登录",
    otherQuestion: "还没有账号？",
    other: "注册账号",
    forgot: "忘记密码？",
    reset: "重置密码",
    byCode: "改用验证码登录",
    enterprise: "请在您所属组织的页面上登录。",
    enterpriseSubmit: "继续",
  },
  signup: {
    title: "注册您的账号",
    submit: "注册",
    pending: "正在注册",
    done: "已登录",
    otherQuestion: "已有账号？",
    other: "登录",
    acceptedTitle: "账号注册成功",
    accepted: (email) => `您现在可以使用 ${email} 登录了。`,
    acceptedUnconfirmed: (email) =>
      `请先验证您的邮箱：我们已向 ${email} 发送了一封邮件。验证后即可登录。`,
    acceptedSubmit: "立即登录",
    neutralTitle: "请查收邮件",
    neutral: (email) =>
      `如果 ${email} 尚未注册，您将收到一封验证邮件。如果您已有账号，请直接登录。`,
  },
  social: {
    continueWith: (provider) => `使用 ${provider} 继续`,
    more: "更多登录方式",
    lastUsed: "上次使用",
    or: "或",
    elsewhere: "请在打开的窗口中完成操作。",
    cancel: "取消",
  },
  passwordless: {
    email: {
      title: "使用验证码登录",
      titleLink: "使用链接登录",
      text: "我们会将验证码发送到您的邮箱。",
      submit: "发送验证码",
      submitLink: "发送链接",
      pending: "正在发送",
      done: "已发送",
    },
    phone: {
      title: "使用验证码登录",
      text: "我们会通过短信将验证码发送到您的手机。",
      submit: "发送验证码",
      pending: "正在发送",
      done: "已发送",
    },
    code: {
      title: "输入验证码",
      text: (destination) => `验证码已发送至 ${destination}。`,
      submit: "登录",
      pending: "正在登录",
      done: "已登录",
    },
    link: {
      title: "请查收邮件",
      text: (destination) => `请打开我们发送至 ${destination} 的链接。`,
    },
    byPhone: "改为发送到手机",
    byEmail: "改为发送到邮箱",
    byPassword: "改用密码登录",
    resend: "重新发送",
    resending: "正在发送",
    resendIn: (seconds) => `${number("zh-CN", seconds)} 秒后可重新发送`,
    resent: "我们已重新发送。",
    otherEmail: "使用其他邮箱",
    otherPhone: "使用其他号码",
  },
  resetPassword: {
    title: "重置密码",
    text: "请输入您的邮箱地址，我们会向您发送用于设置新密码的链接。",
    submit: "发送链接",
    pending: "正在发送",
    done: "已发送",
    sentTitle: "请查收邮件",
    sent: (email) => `如果 ${email} 已注册账号，您将收到用于设置新密码的链接。`,
    backToLogin: "返回登录",
  },
  mfa: {
    choose: {
      title: "确认是您本人",
      text: "您的账号需要进行第二步验证。请选择验证方式。",
    },
    factors: {
      otp: "身份验证器应用",
      sms: "短信",
      voice: "语音电话",
      email: "电子邮件",
      push: "设备通知",
      "recovery-code": "恢复码",
    },
    loading: "正在获取您的验证方式",
    retry: "重试",
    verify: {
      title: "确认是您本人",
      submit: "继续",
      pending: "正在验证",
      done: "已登录",
      text: {
        otp: () => "请输入身份验证器应用中显示的验证码。",
        sms: (name) =>
          name ? `请输入我们发送至 ${name} 的验证码。` : "请输入我们通过短信发送的验证码。",
        voice: (name) =>
          name
            ? `我们正在拨打 ${name}，将为您播报验证码。`
            : "我们正在给您打电话，将为您播报验证码。",
        email: (name) =>
          name ? `请输入我们发送至 ${name} 的验证码。` : "请输入我们通过邮件发送的验证码。",
        push: (name) =>
          name ? `请回应我们发送至 ${name} 的通知。` : "请回应我们发送至您设备的通知。",
        "recovery-code": () => "请输入您在设置时保存的恢复码。",
      },
      denied: "您的设备拒绝了此次登录。如果不是您本人操作，请尽快更换密码。",
    },
    waiting: "正在等待您的回应",
    byRecoveryCode: "使用恢复码",
    otherWay: "换一种方式",
    elsewhere: "无法在此进行第二步验证。您可以在登录页面上完成。",
    expired: "耗时过长。请重新登录。",
    startOver: "重新登录",
    enroll: {
      title: "设置第二步验证",
      text: "即使他人知道您的密码，也无法登录您的账号。请选择一种方式。",
      otpTitle: "设置身份验证器应用",
      otpText: "请用该应用扫描此图片，然后输入应用中显示的验证码。",
      qrCode: "供应用扫描的二维码",
      secret: "无法扫描？请在应用中输入此密钥：",
      copy: "复制",
      copied: "已复制",
      phoneTitle: "您的电话号码是多少？",
      emailTitle: "您的邮箱地址是什么？",
      pushTitle: "设置您的设备",
      pushText: "请用您设备上的应用扫描此图片，然后回应其提示。",
      submit: "发送验证码",
      pending: "正在发送",
    },
    recovery: {
      title: "请保存您的恢复码",
      text: "当您的设备不在身边时，可用它登录。恢复码只显示一次，也只能使用一次。",
      saved: "我已妥善保存",
      required: "请先妥善保存，然后勾选此项。",
      submit: "继续",
    },
  },
  linkAccounts: {
    title: "您的账号",
    text: "无论使用哪个账号登录，都是同一个用户。",
    alone: "关联另一个账号后，用它登录也是同一个用户。",
    list: "可用于登录的账号",
    primary: "主账号",
    loading: "正在加载您的账号",
    retry: "重试",
    byPassword: "密码",
    byEmail: "邮件验证码",
    byPhone: "短信验证码",
    linkWith: (provider) => `关联 ${provider}`,
    linkEmail: "关联邮箱地址",
    linkPhone: "关联电话号码",
    proving: "请在打开的窗口中登录另一个账号。",
    inWindow: "在新窗口中继续",
    confirm: {
      title: "要关联这些账号吗？",
      text: (primary, other) => `今后使用 ${other} 登录，即以 ${primary} 的身份登录。`,
      kept: (primary) => `${primary} 中的所有内容保持不变。`,
      lost: (other) => `${other} 在此单独保存的内容将无法再访问。`,
      submit: "关联账号",
      pending: "正在关联",
      done: "已关联",
    },
    cancel: "取消",
    linked: (other) => `已关联 ${other}。`,
    undo: "撤销",
    undoing: "正在撤销",
    already: "该账号已可用于在此登录。",
    unlink: (account) => `取消关联 ${account}`,
    unlinkShort: "取消关联",
    unlinkConfirm: {
      title: "要取消关联此账号吗？",
      text: (account) => `您将无法再用 ${account} 在此登录。如果再次使用，它将成为一个新账号。`,
      submit: "取消关联",
      pending: "正在取消关联",
      done: "已取消关联",
    },
    unlinked: (account) => `已取消关联 ${account}。`,
    email: {
      title: "关联邮箱地址",
      text: "我们会向该邮箱发送验证码，以确认它属于您。",
      submit: "发送验证码",
      pending: "正在发送",
      done: "已发送",
    },
    phone: {
      title: "关联电话号码",
      text: "我们会向该号码发送验证码，以确认它属于您。",
      submit: "发送验证码",
      pending: "正在发送",
      done: "已发送",
    },
    code: {
      title: "输入验证码",
      text: (destination) => `验证码已发送至 ${destination}。`,
      submit: "继续",
      pending: "正在验证",
      done: "已验证",
    },
    proveAgain: "要查看或更改您的账号，请先确认是您本人。",
    proveAgainSubmit: "确认是我本人",
    expired: "耗时过长。请重新登录另一个账号。",
    noWindow: "窗口无法与此页面通信，因此无法在此关联。请换一个浏览器试试。",
    unknown: "未能及时收到响应。以下是目前的状态。",
  },
  userMenu: {
    open: (name) => (name ? `${name} 的账号` : "您的账号"),
    signOut: "退出登录",
    signingOut: "正在退出",
  },
  authPanel: {
    tabs: "登录或注册账号",
    login: "登录",
    signup: "注册",
    close: "关闭",
    signedIn: (name) => (name ? `您已以 ${name} 的身份登录` : "您已登录"),
    ranOut: "耗时过长。请重新登录。",
  },
  fields: {
    email: "邮箱",
    username: "用户名",
    emailOrUsername: "邮箱或用户名",
    phone: "电话号码",
    country: "国家/地区",
    password: "密码",
    newPassword: "密码",
    code: "验证码",
    recoveryCode: "恢复码",
    optional: "（选填）",
    choose: "请选择",
    loadingChoices: "正在加载",
    choicesFailed: "选项未能加载。",
    retryChoices: "重试",
    showPassword: "显示密码",
    capsLock: "大写锁定已开启。",
  },
  progress: {
    slow: "所用时间比平常长，请再稍等片刻。",
    wait: (seconds) => `${number("zh-CN", seconds)} 秒后可重试`,
    hosted: "前往登录页面继续",
    back: "返回",
    framed: "另一个网站在其页面中显示了此页面。为了您的安全，请打开原页面登录。",
    framedOpen: "打开页面",
  },
  validation: {
    email_required: "请输入您的邮箱地址。",
    email_invalid: "请输入类似 name@example.com 的地址。",
    password_required: "请输入您的密码。",
    password_weak: "请设置符合下列要求的密码。",
    username_required: "请输入您的用户名。",
    username_invalid: "请使用字母、数字及 . _ - 等符号，不含空格。不能使用邮箱地址。",
    identifier_required: "请输入您的邮箱地址或用户名。",
    phone_required: "请输入您的电话号码。",
    phone_invalid: "请输入类似 +86\u00a0138\u00a00013\u00a08000 的号码。",
    code_required: "请输入验证码。",
    terms_required: "请先同意条款再继续。",
    field_required: "请填写此项。",
    choice_required: "请选择一项。",
    tick_required: "请勾选此项以继续。",
    value_invalid: "此处有误，请检查。",
    value_too_long: "内容过长。请缩短。",
    value_not_plain: "此处请只填写文字，不要包含链接。",
    captcha_required: "请先完成验证。",
    refused: "操作未能完成，请稍后重试。",
  },
  rules: {
    title: "您的密码需要满足",
    met: "已满足",
    open: "未满足",
    nonEmpty: () => "至少 1 个字符",
    lengthAtLeast: ([length = 1]) => `至少 ${number("zh-CN", length)} 个字符`,
    shouldContain: () => "包含以下全部：",
    containsAtLeast: ([some = 1, all = 1]) =>
      `包含以下 ${number("zh-CN", all)} 类中的至少 ${number("zh-CN", some)} 类：`,
    identicalChars: ([most = 2]) => `相同字符最多连续出现 ${number("zh-CN", most)} 个`,
    sequentialChars: ([most = 2]) =>
      `顺序字符（如 abc 或 321）最多连续 ${number("zh-CN", most)} 个`,
    maxLength: ([most = 72]) => `不超过 ${number("zh-CN", most)} 字节（请使用更短的密码）`,
    lowerCase: () => "小写字母（a–z）",
    upperCase: () => "大写字母（A–Z）",
    numbers: () => "数字（0–9）",
    specialCharacters: () => "特殊字符（如 !@#$）",
  },
  errors: {
    network: ({ details }) =>
      details.reload
        ? "此页面有一部分未能加载。请刷新页面后重试。"
        : details.online
          ? "无法连接到登录服务。请检查网络后重试。"
          : "您当前处于离线状态。请连接网络后重试。",
    timeout: "登录服务响应超时。请重试。",
    aborted: "操作已取消。您可以随时重试。",
    rate_limited: ({ retryAfter }) =>
      retryAfter
        ? `尝试次数过多。请等待 ${seconds(retryAfter)}后重试。`
        : "尝试次数过多。请稍后重试。",
    server: "我们这边出了点问题。请稍后重试。",
    invalid_response: "您与我们之间的连接受到了干扰。请检查网络后重试。",

    insecure_context: "此页面不安全，无法在此登录。请使用 https 打开。",
    storage_unavailable:
      "您的浏览器不允许此页面记住您的登录状态。请允许此页面保存网站数据，然后重试。",
    third_party_cookies_blocked:
      "您浏览器的隐私设置使您无法在此页面登录。您可以改为前往登录页面登录。",

    popup_blocked: "您的浏览器未能打开登录窗口。请允许此处的弹出式窗口，然后重试。",
    popup_closed: "登录窗口在完成之前被关闭了。您可以随时重试。",
    popup_unavailable: "登录窗口无法与此页面通信。请改为前往登录页面继续。",

    invalid_callback: "此登录链接无效。请在这里重新开始。",
    unsolicited: "此次登录不是从本页面发起的。请在这里重新开始。",
    transaction_lost: "您的登录进度已丢失。请在这里重新开始。",
    transaction_expired: "此次登录耗时过长。请在这里重新开始。",
    invalid_token: "我们无法确认您的登录。请检查设备的时间后重试。",

    login_required: "无法在此完成登录。请前往登录页面继续。",
    consent_required: "继续之前，我们需要您的授权。您可以在登录页面上授权。",
    interaction_required: "还差一步。您可以在登录页面上完成。",
    user_changed: "当前登录的已是另一个账号。请刷新页面以继续。",

    invalid_credentials: "邮箱与密码不匹配。",
    invalid_otp: "验证码错误或已过期。",
    too_many_attempts:
      "为保护您的账号，我们已暂时将其锁定。请查看我们的邮件了解解锁方法，或稍后重试。",
    blocked_user: "此账号无法登录。如果您认为有误，请联系客服。",
    password_leaked:
      "此密码曾在其他网站的泄露事件中出现。为保护您的账号，请查看我们的邮件并重置密码。",
    mfa_required: "您的账号需要进行第二步验证。您可以在登录页面上完成。",
    expired_token: "耗时过长。请重新登录。",
    authorization_pending: "正在等待您在设备上的回应。",
    slow_down: "正在等待您在设备上的回应。",
    association_required: "请先设置第二步验证。您可以在登录页面上设置。",
    requires_verification: "我们需要确认是您本人。您可以在登录页面上完成验证。",

    invalid_signup: "无法注册此账号。如果您已有账号，请直接登录。",
    user_exists: "该邮箱已注册账号。请直接登录。",
    username_exists: "该用户名已被使用。请换一个。",
    invalid_email: "请输入类似 name@example.com 的地址。",
    invalid_phone_number: "请输入类似 +86\u00a0138\u00a00013\u00a08000 的号码。",
    sms_provider_error: "无法向该号码发送短信。请检查号码后重试。",
    invalid_captcha: "验证未通过。请重试。",
    invalid_password: ({ details }) => {
      switch (details.policy) {
        case "strength":
          return "请设置更强的密码。";
        case "dictionary":
          return "使用此密码的人太多。请换一个。";
        case "user_info":
          return "密码中请勿包含您的姓名或邮箱地址。";
        case "history":
          return "您曾使用过此密码。请设置新密码。";
      }
    },
    signup_disabled: "目前无法在此注册新账号。",

    invalid_grant: "您的登录已过期。请重新登录。",
    access_denied: "您没有访问权限。请咨询此应用的管理员。",
    unauthorized_client: "此处尚未设置登录功能。请告知此应用的管理员。",
    insufficient_scope: "您无权访问账号的这一部分。请重新登录。",
    inexistent_user: "该账号已不存在。请刷新页面以继续。",
    legacy_endpoint_disabled: "登录功能设置有误。请告知此应用的管理员。",
    origin_not_allowed: "此页面尚未设置登录功能。请告知此应用的管理员。",
    invalid_request: "登录功能设置有误。请告知此应用的管理员。",
  },
};

function seconds(duration: number): string {
  return `${number("zh-CN", Math.ceil(duration / 1000))} 秒`;
}
