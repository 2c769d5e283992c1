import { useState } from "react";

/** What no form of ours may do: the password stands in React's state. */
export function Leaky() {
  const [password, setPassword] = useState("");
  return (
    <form method="post">
      <label>
        Password{" "}
        <input
          type="password"
          autoComplete="off"
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
      </label>
    </form>
  );
}
