import { createRoot } from "react-dom/client";
import { place } from "../config.js";

createRoot(place()).render(<h1>Hello</h1>);
