import { configure } from "@testing-library/react";

// What a test waits for may have to load code first, which on a busy machine takes longer than the second it is given.
configure({ asyncUtilTimeout: 4000 });
