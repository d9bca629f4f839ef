import { fileURLToPath } from "node:url";

const inCheckout = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** The migrations of both stores. */
export const migrationsDir = inCheckout("migrations");
/** The built web app. */
export const webDir = inCheckout("dist/web");
/** The contract of the whole API, committed. */
export const openApiFile = inCheckout("openapi.json");
