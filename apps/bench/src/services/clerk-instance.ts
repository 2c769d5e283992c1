/** Who is at the browser: nobody. */
export const client = {
  object: "client",
  id: "client_bench",
  sessions: [],
  sign_in: null,
  sign_up: null,
  last_active_session_id: null,
  last_authentication_strategy: null,
  cookie_expires_at: null,
  created_at: 0,
  updated_at: 0,
};

const unused = {
  enabled: false,
  required: false,
  verifications: [],
  used_for_first_factor: false,
  first_factors: [],
  used_for_second_factor: false,
  second_factors: [],
  verify_at_sign_up: false,
};

/** What can be known of a user: an e-mail address, which is verified by a code, and a password. */
const attributes = {
  email_address: {
    ...unused,
    enabled: true,
    required: true,
    verifications: ["email_code"],
    used_for_first_factor: true,
    first_factors: ["email_code"],
    verify_at_sign_up: true,
  },
  password: { ...unused, enabled: true, required: true },
  phone_number: unused,
  username: unused,
  first_name: unused,
  last_name: unused,
  web3_wallet: unused,
  authenticator_app: unused,
  backup_code: unused,
  passkey: unused,
};

const userSettings = {
  attributes,
  social: {},
  enterprise_sso: { enabled: false },
  sign_in: { second_factor: { required: false, enabled: false } },
  sign_up: { progressive: true, captcha_enabled: false, mode: "public" },
  actions: { delete_self: true, create_organization: false },
  username_settings: { min_length: 4, max_length: 64 },
  passkey_settings: { allow_autofill: false, show_sign_in_button: false },
  password_settings: {
    allowed_special_characters: "",
    disable_hibp: true,
    min_length: 8,
    max_length: 72,
    require_special_char: false,
    require_numbers: false,
    require_uppercase: false,
    require_lowercase: false,
    show_zxcvbn: false,
    min_zxcvbn_strength: 0,
  },
};

/** How the application looks, and where it goes: nowhere that the bench would follow. */
const displayConfig = {
  object: "display_config",
  id: "display_config_bench",
  application_name: "Bench",
  branded: true,
  captcha_public_key: null,
  captcha_widget_type: null,
  captcha_provider: "turnstile",
  captcha_oauth_bypass: [],
  home_url: "",
  instance_environment_type: "production",
  logo_image_url: "",
  favicon_image_url: "",
  preferred_sign_in_strategy: "password",
  sign_in_url: "",
  sign_up_url: "",
  support_email: "",
  theme: { general: {}, buttons: {}, accounts: {} },
  show_devmode_warning: false,
  terms_url: "",
  privacy_policy_url: "",
};

/** A live instance at which one signs in with an e-mail address and a password, and which sells nothing. */
export const environment = {
  object: "environment",
  id: "environment_bench",
  auth_config: {
    object: "auth_config",
    id: "auth_config_bench",
    single_session_mode: true,
    claimed_at: null,
    reverification: false,
  },
  display_config: displayConfig,
  user_settings: userSettings,
  organization_settings: {
    enabled: false,
    max_allowed_memberships: 1,
    force_organization_selection: false,
    actions: { admin_delete: false },
    domains: { enabled: false, enrollment_modes: [], default_role: null },
  },
  commerce_settings: {
    billing: {
      stripe_publishable_key: null,
      user: { enabled: false, has_paid_plans: false },
      organization: { enabled: false, has_paid_plans: false },
    },
  },
  api_keys_settings: { user_api_keys_enabled: false, orgs_api_keys_enabled: false },
  maintenance_mode: false,
};
