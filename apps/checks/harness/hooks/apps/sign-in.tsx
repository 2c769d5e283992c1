import { EnrollApp } from "../../../examples/enroll-app.js";
import { FactorAnswer } from "../../../examples/factor-answer.js";
import { PasswordLogin } from "../../../examples/password-login.js";
import { SecondFactor } from "../../../examples/second-factor.js";

/** Four of the examples, as an app puts them together. */
export function SignIn() {
  return (
    <PasswordLogin
      secondFactor={(challenge) =>
        challenge.enroll ? (
          <EnrollApp challenge={challenge} drawQr={(address) => <output>{address}</output>} />
        ) : (
          <SecondFactor challenge={challenge} answer={(flow) => <FactorAnswer flow={flow} />} />
        )
      }
    />
  );
}
