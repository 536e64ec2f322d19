/** Names of the shapes of grants and finance in the open data. */
export const FIGURE_SHAPES = {
  transfer: 'เงินอุดหนุนที่โอนให้ อปท. แห่งหนึ่งครั้งหนึ่ง',
  financeReport: 'รายรับรายจ่ายของ อปท. แห่งหนึ่งในเดือนหนึ่ง ไม่มีในรายการคือไม่มีข้อมูล',
  financeAmount: 'ยอดของหมวดหนึ่ง',
  figureFile: 'ไฟล์เงินอุดหนุนหรือรายรับรายจ่าย',
};

/** What their fields mean. */
export const FIGURE_FIELDS = {
  transfer: {
    fiscalYear: 'ปีงบประมาณ พ.ศ.',
    transfer: 'ครั้งที่โอนตามหนังสือ',
    grantType: 'ชื่อเงินอุดหนุน',
    period: 'งวดหรือไตรมาสตามหนังสือ',
    office: 'รหัส อปท.',
    amount: 'จำนวนเงิน บาท ทศนิยมสองตำแหน่ง เป็นข้อความเพื่อไม่ให้ปัดเศษ',
    date: 'วันที่โอน',
    letterNumber: 'เลขที่หนังสือแจ้ง',
    source: 'ที่มาของข้อมูล',
  },
  financeReport: {
    office: 'รหัส อปท.',
    month: 'เดือน YYYY-MM (ค.ศ.)',
    asOf: 'ข้อมูล ณ วันที่',
    source: 'ที่มาของข้อมูล',
    amounts: 'ยอดของแต่ละหมวดที่รายงาน หมวดที่ไม่มีคือไม่มีข้อมูล',
  },
  financeAmount: {
    side: 'revenue รายรับ หรือ expenditure รายจ่าย',
    category: 'หมวดตามระเบียบว่าด้วยวิธีการงบประมาณ ดู docs/figures.md',
    amount: 'จำนวนเงินของเดือนนั้น บาท ติดลบเมื่อปรับปรุงเดือนก่อน',
  },
  figureFile: {
    kind: 'grants เงินอุดหนุน หรือ finance รายรับรายจ่าย',
    fiscalYear: 'ปีงบประมาณ พ.ศ.',
    province: 'รหัสจังหวัด',
    total: 'จำนวนรายการในไฟล์',
    url: 'ที่อยู่ของไฟล์ JSON',
    csv: 'ที่อยู่ของไฟล์ CSV',
  },
};
