export const LibraryScreen = () => null;
