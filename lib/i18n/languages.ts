/** Made from the files in messages/ whenever the portal is built or started for development. */
export const locales = ["en", "ro", "fr", "de"] as const;

/** Each language in its own words. */
export const localeNames = {
  en: "English",
  ro: "Română",
  fr: "Français",
  de: "Deutsch",
} as const;
