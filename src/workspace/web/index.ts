export { AccountMenu } from "./account-menu.tsx";
export { membersQuery } from "./members-query.ts";
export { LocaleChoice, ThemeChoice } from "./preferences.tsx";
export {
  WorkspaceContext,
  homeWorkspace,
  rememberWorkspace,
  sessionQuery,
  useMay,
  useSession,
  useWorkspace,
  useWorkspaceOfAddress,
} from "./session.ts";
export { useChooseLocale } from "./sign.ts";
export { WorkspaceSwitch } from "./workspace-switch.tsx";
