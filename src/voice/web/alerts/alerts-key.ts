/** Alerts, as they are remembered: whoever hears of answers asks for them again. */
export const alertsKey = ["alerts"] as const;
