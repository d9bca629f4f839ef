export { AccountMenu } from "./account-menu.tsx";
export { InvitationScreen } from "./invitation-screen.tsx";
export { NoWorkspaceScreen } from "./no-workspace-screen.tsx";
export { homeWorkspace, rememberWorkspace, sessionQuery, useMay, useSession, useWorkspace } from "./session.ts";
export { SettingsScreen } from "./settings-screen.tsx";
export { SetupScreen } from "./setup-screen.tsx";
export { SignInScreen } from "./sign-in-screen.tsx";
export { useChooseLocale } from "./sign.ts";
export { WorkspaceSwitch } from "./workspace-switch.tsx";
