import { stubLocks } from "./client-locks.js";

stubLocks();
