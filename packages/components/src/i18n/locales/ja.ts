import type { Messages } from "../messages.js";
import { number } from "../plural.js";

/** Japanese, in the polite form. */
export const ja: Messages = {
  locale: "ja",
  login: {
    title: "アカウントにログイン",
    submit: "ログイン",
    pending: "ログイン中",
    done: "ログインしました",
    otherQuestion: "初めてのご利用ですか？",
    other: "アカウントを作成",
    forgot: "パスワードをお忘れですか？",
    reset: "パスワードを再設定",
    byCode: "コードでログイン",
    enterprise: "所属する組織のページでログインします。",
    enterpriseSubmit: "続ける",
  },
  signup: {
    title: "アカウントを新規作成",
    submit: "アカウントを作成",
    pending: "作成中",
    done: "ログインしました",
    otherQuestion: "アカウントをお持ちですか？",
    other: "ログイン",
    acceptedTitle: "アカウントを作成しました",
    accepted: (email) => `${email}でログインできるようになりました。`,
    acceptedUnconfirmed: (email) =>
      `まず、メールアドレスの確認をお願いします。${email}に確認メールを送りました。確認が済んだら、ログインしてください。`,
    acceptedSubmit: "ログインする",
    neutralTitle: "メールをご確認ください",
    neutral: (email) =>
      `${email}が初めてご利用のアドレスの場合は、確認メールをお送りします。すでにアカウントをお持ちの場合は、そのままログインしてください。`,
  },
  social: {
    continueWith: (provider) => `${provider}で続ける`,
    more: "その他のログイン方法",
    lastUsed: "前回使用",
    or: "または",
    elsewhere: "開いたウィンドウで続きを行ってください。",
    cancel: "キャンセル",
  },
  passwordless: {
    email: {
      title: "コードでログイン",
      titleLink: "リンクでログイン",
      text: "メールアドレスにコードをお送りします。",
      submit: "コードを送信",
      submitLink: "リンクを送信",
      pending: "送信中",
      done: "送信しました",
    },
    phone: {
      title: "コードでログイン",
      text: "SMSでコードをお送りします。",
      submit: "コードを送信",
      pending: "送信中",
      done: "送信しました",
    },
    code: {
      title: "コードを入力",
      text: (destination) => `${destination}にコードを送りました。`,
      submit: "ログイン",
      pending: "ログイン中",
      done: "ログインしました",
    },
    link: {
      title: "メールをご確認ください",
      text: (destination) => `${destination}に送ったリンクを開いてください。`,
    },
    byPhone: "SMSで受け取る",
    byEmail: "メールで受け取る",
    byPassword: "パスワードでログイン",
    resend: "もう一度送信",
    resending: "送信中",
    resendIn: (seconds) => `あと${number("ja", seconds)}秒で再送信できます`,
    resent: "もう一度お送りしました。",
    otherEmail: "別のアドレスを使う",
    otherPhone: "別の番号を使う",
  },
  resetPassword: {
    title: "パスワードを再設定",
    text: "メールアドレスを入力してください。新しいパスワードを設定するためのリンクをお送りします。",
    submit: "リンクを送信",
    pending: "送信中",
    done: "送信しました",
    sentTitle: "メールをご確認ください",
    sent: (email) =>
      `${email}のアカウントがある場合は、新しいパスワードを設定するためのリンクをお送りします。`,
    backToLogin: "ログインに戻る",
  },
  mfa: {
    choose: {
      title: "本人確認",
      text: "このアカウントでは2段階認証が必要です。方法を選んでください。",
    },
    factors: {
      otp: "認証アプリ",
      sms: "SMS",
      voice: "電話",
      email: "メール",
      push: "デバイスへの通知",
      "recovery-code": "リカバリーコード",
    },
    loading: "2段階認証の方法を読み込み中",
    retry: "再試行",
    verify: {
      title: "本人確認",
      submit: "続ける",
      pending: "確認中",
      done: "ログインしました",
      text: {
        otp: () => "認証アプリに表示されているコードを入力してください。",
        sms: (name) =>
          name
            ? `${name}に送ったコードを入力してください。`
            : "SMSで送ったコードを入力してください。",
        voice: (name) =>
          name
            ? `${name}に電話をかけて、コードをお伝えします。`
            : "電話をかけて、コードをお伝えします。",
        email: (name) =>
          name
            ? `${name}に送ったコードを入力してください。`
            : "メールで送ったコードを入力してください。",
        push: (name) =>
          name
            ? `${name}に送った通知に応答してください。`
            : "デバイスに送った通知に応答してください。",
        "recovery-code": () => "設定時に保管したリカバリーコードを入力してください。",
      },
      denied:
        "デバイスで拒否されました。お心当たりがない場合は、早めにパスワードを変更してください。",
    },
    waiting: "応答をお待ちしています",
    byRecoveryCode: "リカバリーコードを使う",
    otherWay: "別の方法を試す",
    elsewhere: "ここでは2段階認証を行えません。ログインページで行えます。",
    expired: "時間がかかりすぎました。もう一度ログインしてください。",
    startOver: "ログインし直す",
    enroll: {
      title: "2段階認証を設定",
      text: "パスワードを知られても、アカウントを守れます。方法を選んでください。",
      otpTitle: "認証アプリを設定",
      otpText: "この画像をアプリで読み取り、表示されたコードを入力してください。",
      qrCode: "アプリで読み取るQRコード",
      secret: "読み取れない場合は、このキーをアプリに入力してください：",
      copy: "コピー",
      copied: "コピーしました",
      phoneTitle: "連絡先の電話番号は？",
      emailTitle: "連絡先のメールアドレスは？",
      pushTitle: "デバイスを設定",
      pushText: "この画像をデバイスのアプリで読み取り、表示された質問に答えてください。",
      submit: "コードを送信",
      pending: "送信中",
    },
    recovery: {
      title: "リカバリーコードを保管",
      text: "デバイスが手元にないときに、このコードでログインできます。表示されるのも使えるのも1回限りです。",
      saved: "安全な場所に保管しました",
      required: "先に安全な場所に保管してから、チェックを入れてください。",
      submit: "続ける",
    },
  },
  linkAccounts: {
    title: "アカウントの連携",
    text: "どのアカウントでログインしても、同じユーザーになります。",
    alone: "別のアカウントを連携すると、どちらでも同じユーザーとしてログインできます。",
    list: "ログインに使えるアカウント",
    primary: "メインアカウント",
    loading: "アカウントを読み込み中",
    retry: "再試行",
    byPassword: "パスワード",
    byEmail: "メールのコード",
    byPhone: "SMSのコード",
    linkWith: (provider) => `${provider}を連携`,
    linkEmail: "メールアドレスを連携",
    linkPhone: "電話番号を連携",
    proving: "開いたウィンドウで、もう一方のアカウントにログインしてください。",
    inWindow: "ウィンドウで続ける",
    confirm: {
      title: "これらのアカウントを連携しますか？",
      text: (primary, other) => `今後は、${other}を使うと${primary}としてログインします。`,
      kept: (primary) => `${primary}の内容はそのまま残ります。`,
      lost: (other) => `${other}だけにあるデータには、アクセスできなくなります。`,
      submit: "アカウントを連携",
      pending: "連携中",
      done: "連携しました",
    },
    cancel: "キャンセル",
    linked: (other) => `${other}を連携しました。`,
    undo: "元に戻す",
    undoing: "元に戻しています",
    already: "そのアカウントでは、すでにここにログインできます。",
    unlink: (account) => `${account}の連携を解除`,
    unlinkShort: "連携を解除",
    unlinkConfirm: {
      title: "このアカウントの連携を解除しますか？",
      text: (account) =>
        `${account}ではログインできなくなります。もう一度使うと、新しいアカウントになります。`,
      submit: "連携を解除",
      pending: "解除中",
      done: "解除しました",
    },
    unlinked: (account) => `${account}の連携を解除しました。`,
    email: {
      title: "メールアドレスを連携",
      text: "ご本人のものか確認するため、そのアドレスにコードをお送りします。",
      submit: "コードを送信",
      pending: "送信中",
      done: "送信しました",
    },
    phone: {
      title: "電話番号を連携",
      text: "ご本人のものか確認するため、その番号にコードをお送りします。",
      submit: "コードを送信",
      pending: "送信中",
      done: "送信しました",
    },
    code: {
      title: "コードを入力",
      text: (destination) => `${destination}にコードを送りました。`,
      submit: "続ける",
      pending: "確認中",
      done: "確認しました",
    },
    proveAgain: "アカウントの表示や変更には、まず本人確認が必要です。",
    proveAgainSubmit: "本人確認をする",
    expired: "時間がかかりすぎました。もう一方のアカウントにもう一度ログインしてください。",
    noWindow:
      "ウィンドウがこのページと通信できないため、ここでは連携できません。別のブラウザーをお試しください。",
    unknown: "時間内に応答がありませんでした。現在の状態は次のとおりです。",
  },
  userMenu: {
    open: (name) => (name ? `${name}のアカウント` : "あなたのアカウント"),
    signOut: "ログアウト",
    signingOut: "ログアウト中",
  },
  authPanel: {
    tabs: "ログインまたはアカウント作成",
    login: "ログイン",
    signup: "アカウントを作成",
    close: "閉じる",
    signedIn: (name) => (name ? `${name}としてログインしています` : "ログインしています"),
    ranOut: "時間がかかりすぎました。もう一度ログインしてください。",
  },
  fields: {
    email: "メールアドレス",
    username: "ユーザー名",
    emailOrUsername: "メールアドレスまたはユーザー名",
    phone: "電話番号",
    country: "国・地域",
    password: "パスワード",
    newPassword: "パスワード",
    code: "コード",
    recoveryCode: "リカバリーコード",
    optional: "（任意）",
    choose: "選択",
    loadingChoices: "読み込み中",
    choicesFailed: "選択肢を読み込めませんでした。",
    retryChoices: "再試行",
    showPassword: "パスワードを表示",
    capsLock: "Caps Lockがオンになっています。",
  },
  progress: {
    slow: "いつもより時間がかかっています。もう少しお待ちください。",
    wait: (seconds) => `あと${number("ja", seconds)}秒お待ちください`,
    hosted: "ログインページで続ける",
    back: "戻る",
    framed:
      "このページは、別のサイトの中に表示されています。安全のため、元のページを開いてログインしてください。",
    framedOpen: "ページを開く",
  },
  validation: {
    email_required: "メールアドレスを入力してください。",
    email_invalid: "name@example.comのような形式で入力してください。",
    password_required: "パスワードを入力してください。",
    password_weak: "下の条件を満たすパスワードにしてください。",
    username_required: "ユーザー名を入力してください。",
    username_invalid:
      "英字、数字、「.」「_」「-」などの記号を使い、空白は入れないでください。メールアドレスは使えません。",
    identifier_required: "メールアドレスまたはユーザー名を入力してください。",
    phone_required: "電話番号を入力してください。",
    phone_invalid: "+81\u00a090\u00a01234\u00a05678のような番号を入力してください。",
    code_required: "コードを入力してください。",
    terms_required: "続けるには、規約に同意してください。",
    field_required: "入力してください。",
    choice_required: "選択してください。",
    tick_required: "続けるには、チェックを入れてください。",
    value_invalid: "入力内容が正しくないようです。ご確認ください。",
    value_too_long: "長すぎます。短くしてください。",
    value_not_plain: "リンクなどを含まない文字だけを入力してください。",
    captcha_required: "先に確認を完了してください。",
    refused: "うまくいきませんでした。しばらくしてからもう一度お試しください。",
  },
  rules: {
    title: "パスワードの条件",
    met: "達成",
    open: "未達成",
    nonEmpty: () => "1文字以上",
    lengthAtLeast: ([length = 1]) => `${number("ja", length)}文字以上`,
    shouldContain: () => "次のすべてを含む：",
    containsAtLeast: ([some = 1, all = 1]) =>
      `次の${number("ja", all)}種類のうち${number("ja", some)}種類以上を含む：`,
    identicalChars: ([most = 2]) => `同じ文字の連続は${number("ja", most)}文字まで`,
    sequentialChars: ([most = 2]) => `abcや321のような順番の文字は${number("ja", most)}文字まで`,
    maxLength: ([most = 72]) => `${number("ja", most)}バイト以内の短いパスワード`,
    lowerCase: () => "英小文字（a〜z）",
    upperCase: () => "英大文字（A〜Z）",
    numbers: () => "数字（0〜9）",
    specialCharacters: () => "記号（!@#$など）",
  },
  errors: {
    network: ({ details }) =>
      details.reload
        ? "ページの一部を読み込めませんでした。再読み込みしてから、もう一度お試しください。"
        : details.online
          ? "ログインサービスに接続できませんでした。通信状況を確認して、もう一度お試しください。"
          : "オフラインです。インターネットに接続して、もう一度お試しください。",
    timeout: "ログインサービスからの応答に時間がかかりすぎました。もう一度お試しください。",
    aborted: "キャンセルされました。準備ができたら、もう一度お試しください。",
    rate_limited: ({ retryAfter }) =>
      retryAfter
        ? `試行回数が多すぎます。${seconds(retryAfter)}待ってから、もう一度お試しください。`
        : "試行回数が多すぎます。しばらく待ってから、もう一度お試しください。",
    server: "システムに問題が発生しました。しばらくしてからもう一度お試しください。",
    invalid_response:
      "通信の途中で問題が発生しました。通信状況を確認して、もう一度お試しください。",

    insecure_context:
      "このページは安全な接続ではないため、ログインできません。httpsで開いてください。",
    storage_unavailable:
      "ブラウザーの設定により、このページはログインを記憶できません。このページにサイトデータを許可して、もう一度お試しください。",
    third_party_cookies_blocked:
      "ブラウザーのプライバシー設定により、このページではログインできません。代わりにログインページをご利用ください。",

    popup_blocked:
      "ブラウザーがログインウィンドウを開きませんでした。ポップアップを許可して、もう一度お試しください。",
    popup_closed:
      "ログインが終わる前にウィンドウが閉じられました。準備ができたら、もう一度お試しください。",
    popup_unavailable:
      "ログインウィンドウがこのページと通信できません。代わりにログインページで続けてください。",

    invalid_callback: "このログインリンクは使えません。ここから始め直してください。",
    unsolicited: "このページから始めたログインではありません。ここから始め直してください。",
    transaction_lost: "ログインの途中経過が失われました。ここから始め直してください。",
    transaction_expired: "ログインに時間がかかりすぎました。ここから始め直してください。",
    invalid_token:
      "ログインを確認できませんでした。デバイスの時計を確認して、もう一度お試しください。",

    login_required: "ここではログインを完了できませんでした。ログインページで続けてください。",
    consent_required: "続けるには許可が必要です。ログインページで許可してください。",
    interaction_required: "手順があと1つ残っています。ログインページで行えます。",
    user_changed:
      "別のアカウントでログインしています。続けるには、ページを再読み込みしてください。",

    invalid_credentials: "メールアドレスかパスワードが正しくありません。",
    invalid_otp: "コードが間違っているか、期限切れです。",
    too_many_attempts:
      "保護のため、アカウントを一時的にロックしました。解除方法をメールで確認するか、後でもう一度お試しください。",
    blocked_user:
      "このアカウントではログインできません。間違いだと思われる場合は、サポートにお問い合わせください。",
    password_leaked:
      "このパスワードは、他のサイトから流出したものに含まれています。アカウントを守るため、メールの案内に沿って再設定してください。",
    mfa_required: "このアカウントでは2段階認証が必要です。ログインページで行えます。",
    expired_token: "時間がかかりすぎました。もう一度ログインしてください。",
    authorization_pending: "デバイスでの応答をお待ちしています。",
    slow_down: "デバイスでの応答をお待ちしています。",
    association_required: "先に2段階認証を設定してください。ログインページで設定できます。",
    requires_verification: "本人確認が必要です。ログインページで行えます。",

    invalid_signup:
      "アカウントを作成できませんでした。すでにお持ちの場合は、ログインしてください。",
    user_exists: "このアドレスのアカウントはすでにあります。ログインしてください。",
    username_exists: "このユーザー名はすでに使われています。別のものにしてください。",
    invalid_email: "name@example.comのような形式で入力してください。",
    invalid_phone_number: "+81\u00a090\u00a01234\u00a05678のような番号を入力してください。",
    sms_provider_error: "この番号にSMSを送れませんでした。番号を確認して、もう一度お試しください。",
    invalid_captcha: "確認できませんでした。もう一度お試しください。",
    invalid_password: ({ details }) => {
      switch (details.policy) {
        case "strength":
          return "もっと強力なパスワードにしてください。";
        case "dictionary":
          return "よく使われているパスワードです。別のものにしてください。";
        case "user_info":
          return "パスワードに名前やメールアドレスを含めないでください。";
        case "history":
          return "以前使ったパスワードです。新しいものにしてください。";
      }
    },
    signup_disabled: "現在、ここでは新しいアカウントを作成できません。",

    invalid_grant: "ログインの有効期限が切れました。もう一度ログインしてください。",
    access_denied: "アクセス権がありません。このアプリの管理者にお問い合わせください。",
    unauthorized_client:
      "ここではまだログインが設定されていません。このアプリの管理者にお知らせください。",
    insufficient_scope:
      "アカウントのこの部分にはアクセスできません。もう一度ログインしてください。",
    inexistent_user: "このアカウントはもうありません。続けるには、ページを再読み込みしてください。",
    legacy_endpoint_disabled:
      "ログインが正しく設定されていません。このアプリの管理者にお知らせください。",
    origin_not_allowed:
      "このページではまだログインが設定されていません。このアプリの管理者にお知らせください。",
    invalid_request: "ログインが正しく設定されていません。このアプリの管理者にお知らせください。",
  },
};

function seconds(duration: number): string {
  return `${number("ja", Math.ceil(duration / 1000))}秒`;
}
