export { JourneysScreen } from "./journey-list.tsx";
export { JourneyScreen } from "./journey-screen.tsx";
