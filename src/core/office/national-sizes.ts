/**
 * Offices of each level in the whole country, besides Bangkok, which is outside the chain: counts of the Department
 * of Provincial Administration and the Department of Local Administration for mid-2022 (B.E. 2565).
 */
export const NATIONAL_SIZES = { provinces: 76, districts: 878, authorities: 7849 } as const;
export const NATIONAL_SIZES_YEAR = 2565;
