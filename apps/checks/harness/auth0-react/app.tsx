import {
  Auth0Provider,
  useAuth0,
  withAuth0,
  withAuthenticationRequired,
  type AppState,
  type Auth0ProviderOptions,
  type LogoutOptions,
  type RedirectLoginOptions,
  type User,
  type WithAuth0Props,
} from "@auth0/auth0-react";
import { Component, useEffect, useState } from "react";
import { config } from "./config.js";
import { navigate, usePath } from "./route.js";

const onRedirectCallback = (appState?: AppState, user?: User) => {
  navigate(appState?.returnTo ?? window.location.pathname);
  document.title = `Back with ${user?.email ?? "nobody"}`;
};

const providerConfig: Auth0ProviderOptions = {
  domain: config.domain,
  clientId: config.clientId,
  onRedirectCallback,
  useRefreshTokens: true,
  useRefreshTokensFallback: true,
  cacheLocation: "memory",
  leeway: 30,
  authorizationParams: { redirect_uri: window.location.origin },
};

/** Written for @auth0/auth0-react as its users write: nothing in it knows which library it gets. */
export function App() {
  return (
    <Auth0Provider {...providerConfig}>
      <NavBar />
      <Failure />
      <Page />
    </Auth0Provider>
  );
}

function Page() {
  const path = usePath();
  const { isLoading } = useAuth0();
  if (isLoading) return <p>Loading…</p>;
  if (path === "/profile") return <Profile />;
  if (path === "/projects") return <Projects />;
  return <Home />;
}

const toSignUp: RedirectLoginOptions<AppState> = {
  authorizationParams: { screen_hint: "signup", login_hint: "new@example.com", ui_locales: "en" },
  appState: { returnTo: "/profile" },
};
const toHome: LogoutOptions = { logoutParams: { returnTo: window.location.origin } };

function NavBar() {
  const { isAuthenticated, loginWithRedirect, loginWithPopup, logout } = useAuth0();
  const toOrders = { appState: { returnTo: "/?from=orders" } };
  const byGithub = { authorizationParams: { connection: "github" } };
  if (isAuthenticated) {
    return (
      <nav>
        <button onClick={() => navigate("/profile")}>Profile</button>
        <button onClick={() => navigate("/projects")}>Projects</button>
        <button onClick={() => logout(toHome)}>Log out</button>
        <button onClick={() => logout({ openUrl: false })}>Log out here</button>
      </nav>
    );
  }
  return (
    <nav>
      <button onClick={() => loginWithRedirect(toOrders)}>Log in</button>
      <button onClick={() => loginWithRedirect(toSignUp)}>Sign up</button>
      <button onClick={() => loginWithRedirect(byGithub)}>Log in with GitHub</button>
      <button onClick={() => loginWithPopup()}>Log in with popup</button>
    </nav>
  );
}

function Failure() {
  const { error } = useAuth0();
  return error && <p role="alert">Oops… {wordsOf(error)}</p>;
}

function Home() {
  const { isAuthenticated, user } = useAuth0();
  return <h1>{isAuthenticated ? `Hello ${user?.name}` : "Nobody is logged in"}</h1>;
}

const Profile = withAuthenticationRequired(
  function ProfilePage() {
    const { user, getIdTokenClaims } = useAuth0<User>();
    const [issuer, setIssuer] = useState<string>();
    useEffect(() => {
      void getIdTokenClaims().then((claims) => setIssuer(claims?.iss));
    }, [getIdTokenClaims]);
    return (
      <main>
        <Greeting mark="!" />
        <img src={user?.picture} alt={user?.nickname} />
        <p>{user?.email}</p>
        <output>{issuer}</output>
      </main>
    );
  },
  { onRedirecting: () => <p>Redirecting you to the login…</p> },
);

class GreetingClass extends Component<WithAuth0Props & { mark: string }> {
  override render() {
    const { user, isAuthenticated } = this.props.auth0;
    return <h1>{isAuthenticated && `Profile of ${user?.name}${this.props.mark}`}</h1>;
  }
}
const Greeting = withAuth0(GreetingClass);

const projects = { audience: config.audience, scope: "read:projects" };

function Projects() {
  const { getAccessTokenSilently, getAccessTokenWithPopup } = useAuth0();
  const [answer, setAnswer] = useState("");

  async function show(token: Promise<string | undefined>) {
    try {
      const headers = { Authorization: `Bearer ${await token}` };
      const response = await fetch("/api/projects", { headers });
      setAnswer(await response.text());
    } catch (error) {
      setAnswer(wordsOf(error));
    }
  }

  const authorizationParams = projects;
  return (
    <main>
      <button onClick={() => show(getAccessTokenSilently({ authorizationParams }))}>Call</button>
      <button
        onClick={() => show(getAccessTokenSilently({ authorizationParams, cacheMode: "off" }))}
      >
        Call with a new token
      </button>
      <button onClick={() => show(getAccessTokenWithPopup({ authorizationParams }))}>
        Call after a popup
      </button>
      <output>{answer}</output>
    </main>
  );
}

/** The code of a failure of OAuth's, else its message. */
function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return "something went wrong";
  return "error" in error ? String(error.error) : error.message;
}
