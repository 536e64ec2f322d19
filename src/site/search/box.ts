import { messages } from '../i18n.ts';

/** The texts that the search box of any page needs once somebody types in it; the others are the search page's. */
export const getBoxTexts = () => {
  const {
    searching,
    found,
    foundOnly,
    nearOnly,
    nothing,
    failedInBox,
    number,
    near,
    allResults,
    numberLost,
  } = messages.searchPage;
  return {
    searching,
    found,
    foundOnly,
    nearOnly,
    nothing,
    failedInBox,
    number,
    near,
    allResults,
    numberLost,
  };
};

export type BoxTexts = ReturnType<typeof getBoxTexts>;
