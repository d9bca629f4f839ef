export { JourneysScreen } from "./atlas/atlas-screen.tsx";
export { JourneyScreen } from "./journey-screen.tsx";
export { NewJourneyScreen } from "./templates/new-journey-screen.tsx";
export { CompareScreen } from "./versions/compare-screen.tsx";
