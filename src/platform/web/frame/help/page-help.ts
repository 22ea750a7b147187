// What a page says of itself on `?`.

/** In whole Chinese sentences. `words`: terms of the page and what they mean. */
export type PageHelp = {
  purpose: string;
  rules: readonly string[];
  words: readonly (readonly [word: string, meaning: string])[];
};

/** `pathname`: of the page that is open, where one route is many pages. */
export type LoadHelp = (pathname: string) => Promise<PageHelp | undefined>;
