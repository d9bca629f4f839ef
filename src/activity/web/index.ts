export const ImportsScreen = () => null;
export const NewImportScreen = () => null;
export const ImportScreen = () => null;
