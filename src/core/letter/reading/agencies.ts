/**
 * Abbreviations of offices that may stand where the prefix of a number stands: "สำนักงาน ก.พ. ว 10" is a circular of
 * the Civil Service Commission, not of Kamphaeng Phet. Written as people write them; dots come and go.
 */
const ABBREVIATIONS = `
ก.พ. ก.ท. ก.จ. ก.ค. ก.ต. ก.ร. ก.ศ. ก.อ. ก.ถ. ก.ม. ก.พ.ร. ก.ค.ศ. ก.อบต. ก.สถ. ก.พ.อ. ก.ตร. ก.บ.ศ. ก.ศป. ก.อ.ส. ก.พ.ค. ก.ก.
อ.ก.พ. อ.ก.ค.ศ. อ.ก.จ. อ.ก.ท. ก.จ.จ. ก.ท.จ. ก.อบต.จังหวัด สนง.ก.จ. สนง.ก.ท. สนง.ก.พ. สนง.ก.อบต. สนง.ก.ค.ศ. สนง.ก.ถ.
กกต. ป.ป.ช. ป.ป.ท. ปปง. ป.ป.ง. ป.ป.ส. สตง. สปสช. สปส. สสส. สพฐ. สพป. สพม. ศธจ. ศธภ. สสจ. สสอ. รพ.สต. รพช. รพท. รพศ.
สอศ. สกอ. สกศ. สป. สปน. สลค. สลน. สงป. สศช. สคบ. สคร. สบน. สศค. สมช. สขร. สพร. สวทช. สกสว. สทศ. สมศ. กศน. สกร. สช. อย. อภ.
กสม. กสทช. ก.ล.ต. คปภ. กฟผ. กฟภ. กฟน. กปภ. กปน. ททท. กบข. กยศ. กอช. กสศ. กวจ. ธ.ก.ส. ธอส. ธปท. รฟท. รฟม. กทพ. กทท. ขสมก.
อบจ. อบต. ทต. ทม. ทน. อปท. กทม. สถ. สถจ. สถอ. มท.สถ.  ปภ. ปค. ปค.จ. พช. พมจ. พจ. ยผ. ทล. ทช. ทด. คพ. ทธ. กสถ. กพส. กนบ.
กนอ. ทอท. อผศ. ปณท. สพธอ. สดช. ปปป. ตร. ตช. สตม. ภ.จว. กอ.รมน. ศอ.บต. ศปถ. ศบค. คสช. ครม. สนช. สปช. กพช. กพท. สคก. สลธ.
`;

const lettersOf = (abbreviation: string): string => abbreviation.replace(/[.\s]/g, '');

const AGENCIES: ReadonlySet<string> = new Set(ABBREVIATIONS.trim().split(/\s+/).map(lettersOf));

/** Whether a text, dots or none, is the usual abbreviation of an office. Some are letters of a prefix, too (พช, ตร). */
export const isAgencyAbbreviation = (text: string): boolean => AGENCIES.has(lettersOf(text));
