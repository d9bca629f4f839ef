export const en = {
  following: "You follow {{name}}",
  stop: "Stop (Esc)",
  follow: "Follow {{name}}",
};
