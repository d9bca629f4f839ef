/** Of everything asked about surveys, so that whoever hears of new answers can have it asked again. */
export const surveysKey = ["surveys"] as const;
