export { PersonaTable } from "./persona-table.tsx";
export { usePersonas } from "./queries.ts";
export type { Persona } from "../model.ts";
