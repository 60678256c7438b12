// Where a printer prints on numbered stock: the page that shows it, and what staff read off it.
#include <fstream>
#include <ostream>

#include "kiosk/staff/staff.h"
#include "shared/base/entry_id.h"

namespace ce::staff {
namespace {

void tell(Desk const& desk, printers::Offset const& offset) {
  *desk.out << "向右 " << printers::millimetres(offset.right) << " 毫米，向下 "
            << printers::millimetres(offset.down) << " 毫米";
}

Result<void> tell_all(Desk const& desk, ports::PrinterStatus const& status) {
  *desk.out << "本机的打印机：" << status.make_and_model << "  ";
  CE_TRY(auto const offset, desk.offsets->of(status));
  if (offset) {
    tell(desk, *offset);
    *desk.out << '\n';
  } else {
    *desk.out << "还没有校准\n" << desk.words->of(FailureCode::paper_uncalibrated).staff << '\n';
  }
  CE_TRY(auto const all, desk.offsets->all());
  if (!all.empty()) *desk.out << "本机校准过的打印机：\n";
  for (auto const& one : all) {
    *desk.out << "  " << one.make << "  " << one.printer << "  ";
    tell(desk, one.offset);
    *desk.out << '\n';
  }
  return {};
}

Result<void> keep(Order const& order, Desk const& desk, ports::PrinterStatus const& status) {
  if (order.right.empty() || order.down.empty()) {
    return Failure{FailureCode::input_invalid, "--right 和 --down 要一起写，不移动的写 0"};
  }
  CE_TRY(auto const right, printers::tenths_of(order.right));
  CE_TRY(auto const down, printers::tenths_of(order.down));
  CE_CHECK(desk.offsets->keep(status, {right, down}));
  *desk.out << "已登记 " << status.make_and_model << "：";
  tell(desk, {right, down});
  *desk.out << "。请再打印一张校准页核对\n";
  return {};
}

Result<void> write_page(std::filesystem::path const& file, std::string const& page) {
  std::ofstream out{file, std::ios::binary | std::ios::trunc};
  out << page;
  out.close();
  if (!out) return Failure{FailureCode::storage_fault, file.string() + " cannot be written"};
  return {};
}

}  // namespace

Result<void> calibrate(Order const& order, Desk const& desk) {
  CE_TRY(auto const status, desk.printer->status());
  if (!order.right.empty() || !order.down.empty()) CE_CHECK(keep(order, desk, status));
  if (order.file.empty() && !order.print_page) {
    return order.right.empty() ? tell_all(desk, status) : Result<void>{};
  }
  CE_TRY(auto const offset, desk.offsets->of(status));
  auto const now = offset.value_or(printers::Offset{});
  CE_TRY(auto const fonts, certificate_pdf::Fonts::open(certificate_pdf::debian_font_paths()));
  CE_TRY(auto const page,
         certificate_pdf::render_calibration(
             fonts, {true, static_cast<double>(now.right) / 10, static_cast<double>(now.down) / 10}));
  if (!order.file.empty()) {
    CE_CHECK(write_page(order.file, page));
    *desk.out << "校准页已写入 " << order.file.string() << "，请按原尺寸打印\n";
  }
  if (order.print_page) {
    CE_CHECK(desk.printer->submit(page, "ce-calibration-" + EntryId::make().text()));
    *desk.out << "校准页已送到打印机，请叠在一张空白证书纸上对着光看\n";
  }
  return {};
}

}  // namespace ce::staff
