// How long a sheet takes: the first of a process, each further one, and with the hardest name.
#include <benchmark/benchmark.h>

#include <cstdlib>

#include "bench_sheet.h"
#include "shared/certificate_pdf/render.h"

namespace ce::certificate_pdf {
namespace {

Fonts open_fonts() {
  auto fonts = Fonts::open(debian_font_paths());
  if (!fonts) std::abort();
  return std::move(fonts).value();
}

void render_often(benchmark::State& state, std::string const& name) {
  auto const fonts = open_fonts();
  auto const sheet = bench_sheet(name);
  std::size_t bytes = 0;
  for (auto _ : state) {
    auto const pdf = render(sheet, fonts);
    if (!pdf) std::abort();
    bytes = pdf->size();
    benchmark::DoNotOptimize(bytes);
  }
  state.counters["bytes"] = static_cast<double>(bytes);
}

void common_name(benchmark::State& state) {
  render_often(state, "詹天佑");
}

void rare_name(benchmark::State& state) {
  render_often(state, "王𠂇𫓦䶮𪚥");
}

void long_name(benchmark::State& state) {
  render_often(state, "阿卜杜热合曼·买买提明·努尔艾合麦提·伊敏江·托合提");
}

/// Fonts opened and one sheet rendered, as after a start.
void first_sheet(benchmark::State& state) {
  auto const sheet = bench_sheet();
  for (auto _ : state) {
    auto const fonts = open_fonts();
    auto const pdf = render(sheet, fonts);
    benchmark::DoNotOptimize(pdf.ok());
  }
}

BENCHMARK(common_name)->Unit(benchmark::kMillisecond);
BENCHMARK(rare_name)->Unit(benchmark::kMillisecond);
BENCHMARK(long_name)->Unit(benchmark::kMillisecond);
BENCHMARK(first_sheet)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace ce::certificate_pdf
