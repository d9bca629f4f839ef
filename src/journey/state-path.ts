/** Where the live document of a journey is, as it was last stored; apart, so that it can be asked for before all else. */
export const statePath = "/api/v1/journeys/:journeyId/state";
