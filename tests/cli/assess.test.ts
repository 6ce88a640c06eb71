import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { assess } from '../../src/cli/assess.js';
import { temporaryFolder } from '../support/desk.js';

afterEach(() => vi.restoreAllMocks());

/** The result's rows by heading, and what was said meanwhile. */
async function assessed(csv: string | Buffer, region = '怀化市鹤城区') {
  const folder = temporaryFolder();
  const said: string[] = [];
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(String(text)) > 0);
  await writeFile(join(folder, 'people.csv'), csv);
  await assess({ csv: join(folder, 'people.csv'), region, out: join(folder, 'out.csv'), asOf: '2026-11-21' });
  const rows: Record<string, string>[] = parse(await readFile(join(folder, 'out.csv')), { columns: true });
  return { rows, said: said.join('') };
}
const of = (rows: Record<string, string>[], name: string, id: string) =>
  rows.find((row) => row.姓名 === name && row.待遇编号 === id);

const HEAD = '姓名,年龄,户籍,居住地,身份,护理,居住方式,空巢,收入低于最低工资';

describe('yiwen assess', () => {
  it('gives a line per person and benefit, with what fails, what is missing and the clause', async () => {
    const { rows, said } = await assessed(
      [
        HEAD,
        '甲,76,431202,鹤城区,三无,自理,散居,,',
        '乙,78周岁,431202,431202,无,,,是,是',
        '丙,82,,431202,无,,,是,是',
      ].join('\n'),
    );
    expect(of(rows, '甲', 'hecheng-home-care-sanwu')).toMatchObject({
      行号: '2',
      结果: '符合',
      金额: '200',
      单位: 'CNY/person-month',
      条款: 'hecheng-2021-3 二、（五）2',
    });
    expect(of(rows, '乙', 'hecheng-home-care-empty-nest')).toMatchObject({
      结果: '不符合',
      没满足的: '年满80周岁（还差2年）',
    });
    expect(of(rows, '丙', 'hecheng-home-care-empty-nest')).toMatchObject({
      结果: '还不能定',
      还缺的: '户籍在鹤城区',
      facts: 'hukou',
    });
    expect(of(rows, '甲', 'hecheng-long-term-care-insurance')?.结果).toContain('意向');
    expect(said).toContain('已判断3人');
  });

  it('names the rows that it cannot read, and goes on', async () => {
    const { rows, said } = await assessed(
      [
        HEAD,
        '甲,七十六,431202,,,,,,',
        '乙,76,乌有乡,,,,,,',
        '丙,76,431202,431202,三无,也许,,,',
        '丁,-3,,,,,,,',
        '戊,76,431202,431202,三无,自理,散居',
      ].join('\n'),
    );
    for (const row of ['第2行', '第3行', '第4行', '第5行']) expect(said).toContain(row);
    expect(new Set(rows.map((row) => row.姓名))).toEqual(new Set(['戊']));
    expect(of(rows, '戊', 'hecheng-home-care-sanwu')?.结果).toBe('符合');
  });

  it('reads ages from identity numbers, and writes none of them', async () => {
    const { rows, said } = await assessed(
      '姓名,身份证号,备注\n甲,11010519491231002X,x\n乙,110105194912310021,x\n',
      '三门峡市',
    );
    expect(of(rows, '甲', 'sanmenxia-health-check')?.结果).toBe('符合');
    expect(rows.every((row) => row.姓名 === '甲')).toBe(true);
    expect(said).toContain('第3行：身份证号不对');
    expect(said).toContain('这些列没有用到：备注');
    expect(JSON.stringify(rows) + said).not.toContain('19491231');
  });

  it('takes a city by name for all that lies in it', async () => {
    const { rows } = await assessed(`${HEAD}\n甲,76,怀化市,鹤城区,三无,自理,散居,,\n`);
    expect(of(rows, '甲', 'hecheng-home-care-sanwu')).toMatchObject({ 结果: '还不能定', facts: 'hukou' });
  });

  it('reads lists as spreadsheets save them here, and keeps formulas out of its own', async () => {
    // 姓名,年龄 and 甲,80 in GB 18030.
    const gb = Buffer.from([
      0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xc4, 0xea, 0xc1, 0xe4, 0x0d, 0x0a, 0xbc, 0xd7, 0x2c, 0x38, 0x30, 0x0d,
      0x0a,
    ]);
    expect(of((await assessed(gb, '三门峡市')).rows, '甲', 'sanmenxia-health-check')?.结果).toBe('符合');
    vi.restoreAllMocks();
    const { rows } = await assessed('\uFEFF姓名,年龄\n=1+2,80\n', '三门峡市');
    expect(rows[0]?.姓名).toBe("'=1+2");
  });

  it('goes on after a row whose quotes do not fit', async () => {
    const { rows, said } = await assessed(
      '姓名,年龄\n甲"乙",80\n丙,80\n"丁,80\n"戊\n戊",80\n己,80\n',
      '三门峡市',
    );
    expect(said).toContain('第2行：');
    expect(said).toContain('第4行：');
    expect(of(rows, '戊\n戊', 'sanmenxia-health-check')).toMatchObject({ 行号: '5', outcome: 'eligible' });
    expect(of(rows, '己', 'sanmenxia-health-check')).toMatchObject({ 行号: '7', outcome: 'eligible' });
    expect(of(rows, '丙', 'sanmenxia-health-check')).toMatchObject({ 行号: '3', outcome: 'eligible' });
  });

  it.each([
    ['乌有乡', '没有认出'],
    ['北京市', '没有收录'],
  ])('refuses %s', async (region, reason) => {
    await expect(assessed(HEAD, region)).rejects.toThrow(reason);
  });
});
