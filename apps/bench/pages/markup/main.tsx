import { markup } from "bench:login-markup";
import "@portico/components/styles.css";
import { createRoot } from "react-dom/client";
import { place } from "../config.js";

// What `Login` looks like, with nothing behind it.
createRoot(place()).render(<div dangerouslySetInnerHTML={{ __html: markup }} />);
