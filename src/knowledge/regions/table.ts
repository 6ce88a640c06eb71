import { areaList } from '@vant/area-data';
import type { Region } from '../types.js';
import { SHARED_BY_DISTRICTS } from './words.js';

/** What one written name may stand for. `full` when it carries its 省/市/县/区. */
export interface NameEntry {
  name: string;
  full: boolean;
  regions: Region[];
}

export interface RegionTable {
  byAdcode: ReadonlyMap<string, Region>;
  /** The place's own name in GB/T 2260: 鹤城区 for 431202, whose customary name is 怀化市鹤城区. */
  ownNames: ReadonlyMap<string, string>;
  byName: ReadonlyMap<string, NameEntry>;
  /** Lengths of the names that start with a character: bit n is set where one has n units (all have fewer than 31). */
  lengthsByFirst: ReadonlyMap<string, number>;
}

const COUNTY_UNITS = ['县', '区', '市', '旗'];
const ZONES = ['开发区', '园区', '管理区', '示范区', '实验区', '高新区', '其它区'];
const PEOPLES =
  '柯尔克孜 维吾尔 哈萨克 塔吉克 达斡尔 鄂温克 蒙古 布依 朝鲜 土家 哈尼 傈僳 拉祜 东乡 纳西 景颇 仫佬 布朗 撒拉 毛南 仡佬 锡伯 普米 保安 裕固 独龙 回 藏 苗 彝 壮 满 侗 瑶 白 傣 黎 佤 畲 水 羌 怒 土 各'.split(
    ' ',
  );
const PEOPLE_SUFFIXES = PEOPLES.flatMap((people) =>
  people.length > 1 ? [`${people}族`, people] : [`${people}族`],
);
/** Longest first: 自治县 before 县. */
const UNITS = '特别行政区 自治区 自治州 自治县 自治旗 地区 林区 特区 新区 省 市 县 区 盟 旗 州'.split(' ');

const endsWithAny = (name: string, ends: readonly string[]) => ends.find((end) => name.endsWith(end));

/** 黔东南苗族侗族 → 黔东南: the names of peoples at the end are dropped, as people do when they speak. */
function withoutPeoples(stem: string): string {
  for (;;) {
    const people = endsWithAny(stem, PEOPLE_SUFFIXES);
    if (people === undefined || stem.length - people.length < 2) return stem.replace(/族$/, '');
    stem = stem.slice(0, -people.length);
  }
}

/** 鹤城 for 鹤城区; 恩施 and 恩施州 for 恩施土家族苗族自治州; none for 单县, whose 单 alone is no name. */
function shortNames(name: string): string[] {
  const unit = endsWithAny(name, UNITS) ?? '';
  const bare = name.slice(0, name.length - unit.length);
  const stem = unit.startsWith('自治') || bare.endsWith('族') ? withoutPeoples(bare) : bare;
  if (stem.length < 2) return [];
  if (stem === bare && !unit.startsWith('自治')) return stem === name ? [] : [stem];
  return [stem, stem + unit.slice(-1)].filter((short) => short !== name);
}

function levelOf(adcode: string): Region['level'] {
  if (adcode.endsWith('0000')) return 'province';
  return adcode.endsWith('00') ? 'city' : 'county';
}

/** Rows that are places of GB/T 2260: no development zones, no towns, no placeholder such as 省直辖县. */
function rows(): [string, string][] {
  const provinces = Object.entries(areaList.province_list);
  const provinceNames = new Set(provinces.map(([, name]) => name));
  const cities = Object.entries(areaList.city_list).filter(
    ([, name]) => !provinceNames.has(name) && name !== '县' && !name.includes('直辖'),
  );
  const counties = Object.entries(areaList.county_list).filter(
    ([adcode, name]) =>
      !adcode.startsWith('71') &&
      endsWithAny(name, COUNTY_UNITS) !== undefined &&
      endsWithAny(name, ZONES) === undefined,
  );
  return [...provinces, ...cities, ...counties];
}

function add(byName: Map<string, NameEntry>, name: string, full: boolean, region: Region): void {
  const entry = byName.get(name);
  if (entry === undefined) byName.set(name, { name, full, regions: [region] });
  else {
    entry.regions.push(region);
    entry.full ||= full;
  }
}

const RANK = { province: 0, city: 1, county: 2 } as const;

/** By custom a bare name means the larger place: 吉林 the province, 西安 the city and not 牡丹江's district. */
function preferLarger(entry: NameEntry): void {
  if (entry.full || entry.regions.length === 1) return;
  if (SHARED_BY_DISTRICTS.has(entry.name)) {
    const cities = entry.regions.filter((region) => region.level === 'city');
    const isOwn = (region: Region) =>
      cities.some((c) => c !== region && region.adcode.startsWith(c.adcode.slice(0, 4)));
    entry.regions = entry.regions.filter((region) => !isOwn(region));
    return;
  }
  const top = Math.min(...entry.regions.map((region) => RANK[region.level]));
  entry.regions = entry.regions.filter((region) => RANK[region.level] === top);
}

/** Builds the names of GB/T 2260 (from `@vant/area-data`) and their short forms. */
export function buildTable(): RegionTable {
  const byAdcode = new Map<string, Region>();
  const ownNames = new Map<string, string>();
  const byName = new Map<string, NameEntry>();
  for (const [adcode, own] of rows()) {
    const level = levelOf(adcode);
    const above = level === 'county' ? cityOrMunicipality(adcode, ownNames) : '';
    const region: Region = { name: own.endsWith('区') ? above + own : own, adcode, level };
    byAdcode.set(adcode, region);
    ownNames.set(adcode, own);
    add(byName, own, true, region);
    // 恩施州 is a full name as well; 恩施 is not.
    shortNames(own).forEach((short, i) => void add(byName, short, i > 0, region));
  }
  const lengthsByFirst = new Map<string, number>();
  for (const entry of byName.values()) {
    preferLarger(entry);
    const first = entry.name.charAt(0);
    lengthsByFirst.set(first, (lengthsByFirst.get(first) ?? 0) | (1 << entry.name.length));
  }
  return { byAdcode, ownNames, byName, lengthsByFirst };
}

function cityOrMunicipality(adcode: string, ownNames: ReadonlyMap<string, string>): string {
  const city = ownNames.get(`${adcode.slice(0, 4)}00`);
  if (city !== undefined) return city;
  const province = ownNames.get(`${adcode.slice(0, 2)}0000`) ?? '';
  return province.endsWith('市') ? province : '';
}
