import { fileURLToPath } from "node:url";

/** The migrated database that every test file gets a copy of. */
export const templateDatabase = "parcours_template";

/** The migrations of the product. */
export const migrationsDir = fileURLToPath(new URL("../../migrations", import.meta.url));
