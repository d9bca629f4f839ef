import { createContext } from "react";

/** Whether the map has been on screen once: what nobody needs to read it is drawn after that. */
export const Settled = createContext(true);
