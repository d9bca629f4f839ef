export const JourneysScreen = () => null;
export const JourneyScreen = () => null;
