import { type TimeZone } from '@beta-app/core/contract';

export interface BranchPlan {
  code: string;
  name: string;
  timeZone: TimeZone;
  /** How many open stores it gets. */
  stores: number;
  /** What its stores' codes begin with. */
  prefix: string;
  /** Codes of the provinces and regencies that it delivers to. */
  areas: readonly string[];
}

function branchesOf(
  timeZone: TimeZone,
  plans: [code: string, name: string, stores: number, prefix: string, areas: string][],
): BranchPlan[] {
  return plans.map(([code, name, stores, prefix, areas]) => ({
    code,
    name,
    timeZone,
    stores,
    prefix,
    areas: areas.split(' '),
  }));
}

/** The 32 branches with their 15,204 open stores, from west to east. */
export const branches: readonly BranchPlan[] = [
  ...branchesOf('Asia/Jakarta', [
    ['MDN1', 'Medan 1', 560, 'TM', '11 12'],
    ['PDG1', 'Padang 1', 260, 'TD', '13 17'],
    ['PKU1', 'Pekanbaru 1', 430, 'TU', '14 21'],
    ['PLG1', 'Palembang 1', 500, 'TP', '15 16 19'],
    ['LPG1', 'Lampung 1', 420, 'TL', '18'],
    ['SRG1', 'Serang 1', 430, 'TS', '36.01 36.02 36.04 36.72 36.73'],
    ['TGR1', 'Tangerang 1', 650, 'TT', '36.03 36.71'],
    ['TGR2', 'Tangerang 2', 520, 'FT', '36.74'],
    ['JKT1', 'Jakarta 1', 690, 'TJ', '31.71 31.72 31.73'],
    ['JKT2', 'Jakarta 2', 660, 'FJ', '31.74 31.75'],
    ['BGR1', 'Bogor 1', 690, 'TG', '32.01 32.02 32.71 32.72 32.76'],
    ['BKS1', 'Bekasi 1', 720, 'TK', '32.16 32.75'],
    ['KRW1', 'Karawang 1', 450, 'TW', '32.13 32.14 32.15'],
    ['BDG1', 'Bandung 1', 612, 'TB', '32.04 32.73'],
    ['BDG2', 'Bandung 2', 480, 'FB', '32.03 32.05 32.06 32.11 32.17 32.77 32.78'],
    ['CRB1', 'Cirebon 1', 450, 'TC', '32.07 32.08 32.09 32.10 32.12 32.74'],
    ['SMG1', 'Semarang 1', 620, 'FS', '33.15 33.18 33.19 33.20 33.21 33.22 33.24 33.25 33.74'],
    ['CLP1', 'Cilacap 1', 430, 'FC', '33.01 33.02 33.03 33.04 33.05 33.27 33.28 33.29 33.76'],
    ['SLO1', 'Solo 1', 422, 'TO', '33.09 33.10 33.11 33.12 33.13 33.14 33.72'],
    ['YOG1', 'Yogyakarta 1', 430, 'TY', '34 33.06 33.07 33.08 33.71'],
    ['SBY1', 'Surabaya 1', 730, 'FY', '35.15 35.16 35.24 35.25 35.26 35.76 35.78'],
    ['MLG1', 'Malang 1', 530, 'FM', '35.04 35.05 35.06 35.07 35.14 35.17 35.73 35.75 35.79'],
    ['JBR1', 'Jember 1', 430, 'FR', '35.08 35.09 35.10 35.11 35.12 35.13 35.74'],
    ['PTK1', 'Pontianak 1', 330, 'FP', '61'],
  ]),
  ...branchesOf('Asia/Makassar', [
    ['BJM1', 'Banjarmasin 1', 390, 'TN', '63'],
    ['BPN1', 'Balikpapan 1', 380, 'TI', '64 65'],
    ['DPS1', 'Denpasar 1', 460, 'TE', '51'],
    ['MTR1', 'Mataram 1', 330, 'TR', '52 53'],
    ['MKS1', 'Makassar 1', 500, 'TX', '73 74 76'],
    ['MDO1', 'Manado 1', 340, 'TZ', '71 72 75'],
  ]),
  ...branchesOf('Asia/Jayapura', [
    ['AMB1', 'Ambon 1', 190, 'TA', '81 82'],
    ['JPR1', 'Jayapura 1', 170, 'TV', '91 92 93 94 95 96'],
  ]),
];
