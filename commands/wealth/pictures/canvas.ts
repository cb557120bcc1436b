import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type Canvas, createCanvas, GlobalFonts } from '@napi-rs/canvas';
import { BarChart, HeatmapChart, SankeyChart } from 'echarts/charts';
import { GridComponent, TitleComponent, VisualMapComponent } from 'echarts/components';
import { type EChartsCoreOption, init, setPlatformAPI, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';

/** Twice what a phone is wide: it is looked at closely there. */
const SCALE = 2;

/** Each alphabet of the font is a file, and a family, of its own. */
const ALPHABETS = ['latin', 'latin-ext', 'cyrillic', 'greek'] as const;
const FONT = ALPHABETS.map((alphabet) => `noto-sans-${alphabet}`).join(', ');

type Drawn = NonNullable<Parameters<typeof init>[0]> & ReturnType<CreateCanvas>;
type CreateCanvas = NonNullable<Parameters<typeof setPlatformAPI>[0]['createCanvas']>;

/** What ECharts asks of a browser's canvas, and only that, this one does too. */
const asDrawn = (canvas: Canvas): Drawn => canvas as unknown as Drawn;

let ready = false;

/** Nothing depends on what the machine has: the font comes with us. */
function prepare(): void {
  if (ready) return;
  const manifest = createRequire(import.meta.url).resolve('@fontsource/noto-sans/package.json');
  for (const alphabet of ALPHABETS) {
    const file = join(dirname(manifest), 'files', `noto-sans-${alphabet}-400-normal.woff2`);
    GlobalFonts.registerFromPath(file, `noto-sans-${alphabet}`);
  }
  use([BarChart, HeatmapChart, SankeyChart, GridComponent, TitleComponent]);
  use([VisualMapComponent, CanvasRenderer]);
  setPlatformAPI({ createCanvas: () => asDrawn(createCanvas(32, 32)) });
  ready = true;
}

/** On paper: dark on white, wherever it is shown. */
export const INK = '#1f2933';
export const PAPER = '#ffffff';

/** A chart as a PNG; sizes in CSS pixels. */
export async function draw(
  option: EChartsCoreOption,
  size: { readonly width: number; readonly height: number },
): Promise<Uint8Array> {
  prepare();
  const { width, height } = size;
  const canvas: Canvas = createCanvas(width * SCALE, height * SCALE);
  const chart = init(asDrawn(canvas), null, {
    ...{ renderer: 'canvas', width, height, devicePixelRatio: SCALE },
  });
  try {
    chart.setOption({
      ...{ animation: false, backgroundColor: PAPER },
      textStyle: { fontFamily: FONT, color: INK, fontSize: 14 },
      ...option,
    });
    return await canvas.encode('png');
  } finally {
    chart.dispose();
  }
}
