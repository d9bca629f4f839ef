export { JourneysScreen } from "./journey-list.tsx";
export { JourneyScreen } from "./journey-screen.tsx";
export { NewJourneyScreen } from "./templates/new-journey-screen.tsx";
