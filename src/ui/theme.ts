import {
  type CSSVariablesResolver,
  Button,
  Input,
  InputWrapper,
  Menu,
  Modal,
  SegmentedControl,
  Tooltip,
  type VariantColorsResolver,
  createTheme,
  defaultVariantColorsResolver,
} from "@mantine/core";

/** On a filled colour the ink is ours: in the dark the accent is light, and white on it cannot be read. */
const colors: VariantColorsResolver = (input) => {
  const resolved = defaultVariantColorsResolver(input);
  return input.variant === "filled" ? { ...resolved, color: "var(--on-accent)" } : resolved;
};

/** Mantine speaks in our tokens: its shades are only there for the few places that name one. */
export const theme = createTheme({
  fontFamily: "var(--font-text)",
  headings: { fontFamily: "var(--font-title)", fontWeight: "600" },
  fontSizes: { xs: "0.75rem", sm: "0.8125rem", md: "0.875rem", lg: "1rem", xl: "1.25rem" },
  radius: { xs: "3px", sm: "5px", md: "8px", lg: "12px", xl: "99px" },
  defaultRadius: "md",
  primaryColor: "accent",
  primaryShade: { light: 6, dark: 4 },
  cursorType: "pointer",
  respectReducedMotion: true,
  focusRing: "auto",
  variantColorResolver: colors,
  colors: {
    accent: [
      "#eef1ff",
      "#e6ebff",
      "#c8d2ff",
      "#a9baff",
      "#8fa5ff",
      "#5b76ee",
      "#2b4acb",
      "#2140b4",
      "#1b3594",
      "#152a75",
    ],
    red: ["#fdf3ee", "#fbeae2", "#f5cdb9", "#eeac8b", "#ff9065", "#d2602f", "#b5431f", "#9a3819", "#7f2e15", "#652410"],
    gray: [
      "#f7f4ee",
      "#f2efe8",
      "#e4dfd4",
      "#dcd6c9",
      "#cfc8b9",
      "#9b9788",
      "#6b7082",
      "#5b6172",
      "#333a4a",
      "#1d2230",
    ],
    dark: [
      "#eceef5",
      "#c9cddb",
      "#a9afc0",
      "#8f96ab",
      "#3b4050",
      "#2a2e3a",
      "#1b1e27",
      "#14161d",
      "#11131a",
      "#0d0f14",
    ],
  },
  components: {
    Button: Button.extend({
      defaultProps: { size: "sm" },
      vars: () => ({ root: { "--button-height": "2.125rem", "--button-padding-x": "0.875rem" } }),
    }),
    Input: Input.extend({
      vars: (_theme, props) => ({ wrapper: { "--input-height": props.size === "xs" ? "1.75rem" : "2.125rem" } }),
    }),
    // Nearly every field is needed: those that are not say so themselves.
    InputWrapper: InputWrapper.extend({ defaultProps: { withAsterisk: false } }),
    // A menu has items for children and nothing else; the first is what the keyboard meets.
    Menu: Menu.extend({ defaultProps: { withInitialFocusPlaceholder: false } }),
    Modal: Modal.extend({
      defaultProps: {
        centered: true,
        overlayProps: { backgroundOpacity: 0.35 },
        // The kit makes it a <header>, which outside of everything else would be a second banner of the page.
        attributes: { header: { role: "presentation" } },
      },
    }),
    // Enter takes the first that matches what was typed. Named here, not imported: a theme would bring them to every screen.
    Select: { defaultProps: { selectFirstOptionOnChange: true } },
    MultiSelect: { defaultProps: { selectFirstOptionOnChange: true } },
    SegmentedControl: SegmentedControl.extend({ defaultProps: { size: "xs" } }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 300, withArrow: true, multiline: true, maw: 320, fz: "xs" } }),
  },
});

const shared = {
  "--mantine-color-body": "var(--paper)",
  "--mantine-color-text": "var(--ink)",
  "--mantine-color-bright": "var(--ink)",
  "--mantine-color-dimmed": "var(--ink-soft)",
  "--mantine-color-placeholder": "var(--ink-faint)",
  "--mantine-color-anchor": "var(--accent)",
  "--mantine-color-error": "var(--bad-2)",
  "--mantine-color-default": "var(--sheet)",
  "--mantine-color-default-hover": "var(--sunken)",
  "--mantine-color-default-color": "var(--ink)",
  "--mantine-color-default-border": "var(--line-strong)",
  "--mantine-primary-color-contrast": "var(--on-accent)",
  "--mantine-color-accent-text": "var(--accent)",
  "--mantine-color-accent-filled": "var(--accent)",
  "--mantine-color-accent-filled-hover": "var(--accent-strong)",
  "--mantine-color-accent-light": "var(--accent-soft)",
  "--mantine-color-accent-light-hover": "var(--accent-soft)",
  "--mantine-color-accent-light-color": "var(--accent)",
  "--mantine-color-accent-outline": "var(--accent)",
  "--mantine-color-red-text": "var(--bad-2)",
  "--mantine-color-red-filled": "var(--bad-2)",
  "--mantine-color-red-light": "var(--bad-wash)",
  "--mantine-color-red-light-hover": "var(--bad-wash)",
  "--mantine-color-red-light-color": "var(--bad-2)",
  "--mantine-color-red-outline": "var(--bad-2)",
};

/** Both schemes point to the tokens, which change by themselves. */
export const cssVariables: CSSVariablesResolver = () => ({ variables: {}, light: shared, dark: shared });
