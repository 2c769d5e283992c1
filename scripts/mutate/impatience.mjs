import { configure } from "@testing-library/react";

// Most mutants are noticed by something that never comes, and there are thousands of them.
configure({ asyncUtilTimeout: 2000 });
