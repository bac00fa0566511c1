import { monthName, plusMonths, today, type Day } from '../text/dates';
import { t } from '../text/text';

/** From here on a day is as far away as a season, in months. */
const FAR = 9;

/** Lands where spring begins in September. */
const SOUTH =
  /^Australia\/|^Pacific\/(Auckland|Chatham)|^Antarctica\/|^America\/(Argentina\/|Sao_Paulo|Santiago|Montevideo|Asuncion)|^Africa\/(Johannesburg|Maseru|Mbabane|Windhoek|Gaborone|Harare|Maputo)/;

/** When a vision is to be there, as vague as it is far: "autumn 2028", within nine months "March 2027". */
export function horizon(day: Day, now: Day = today(), zone?: string): string {
  if (day < plusMonths(now, FAR)) return monthName(day);
  return season(day, SOUTH.test(zone ?? hereabouts()));
}

function season(day: Day, south: boolean): string {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  const quarter = Math.floor((month % 12) / 3); // 0 = December to February
  const name = (['winter', 'spring', 'summer', 'autumn'] as const)[(quarter + (south ? 2 : 0)) % 4];
  return t(`frame.horizon.${name ?? 'spring'}`, {
    year: quarter === 0 ? overNewYear(month === 12 ? year : year - 1) : year,
  });
}

/** December to February lie in two years: "2028/29". */
function overNewYear(year: number): string {
  return `${year}/${String((year + 1) % 100).padStart(2, '0')}`;
}

function hereabouts(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
