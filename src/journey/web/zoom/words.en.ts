export const en = {
  zoom: "Size of the map",
  in: "Larger",
  out: "Smaller",
  actual: "Actual size",
  fit: "Fit to width",
};
