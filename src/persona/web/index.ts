export { PersonaTable } from "./persona-table.tsx";
export { personasQuery, usePersonaEdit, usePersonas } from "./queries.ts";
export type { Persona } from "../model.ts";
