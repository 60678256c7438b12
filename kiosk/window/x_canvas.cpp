#include "kiosk/window/x_canvas.h"

#include <GLFW/glfw3.h>
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/XShm.h>
#include <sys/ipc.h>
#include <sys/shm.h>

#include <bit>
#include <vector>

// As in glfw3native.h, which would drag in the headers of every X extension.
extern "C" {
// NOLINTBEGIN(readability-identifier-naming)
Display* glfwGetX11Display();
Window glfwGetX11Window(GLFWwindow* window);
// NOLINTEND(readability-identifier-naming)
}

namespace ce::window {
namespace {

constexpr int pixel_bits = 32;

bool is_ours(XImage const& image) {
  bool const byte_order =
      image.byte_order == (std::endian::native == std::endian::little ? LSBFirst : MSBFirst);
  return image.bits_per_pixel == pixel_bits && byte_order && image.red_mask == 0xFF0000 &&
         image.green_mask == 0xFF00 && image.blue_mask == 0xFF;
}

bool refused = false;
int note_it(Display* /*display*/, XErrorEvent* /*error*/) {
  refused = true;
  return 0;
}

}  // namespace

struct XCanvas::Side {
  /// XDestroyImage() would free the pixels, which are not its own.
  struct ForgetImage {
    void operator()(XImage* image) const {
      image->data = nullptr;
      XDestroyImage(image);
    }
  };

  Display* display = nullptr;
  ::Window window = 0;
  XWindowAttributes look{};
  GC context = nullptr;
  std::unique_ptr<XImage, ForgetImage> image;
  XShmSegmentInfo segment{};              // shmaddr: where it is, nullptr where nothing is shared
  std::vector<std::uint32_t> own_pixels;  // then

  ~Side() {
    give_back();
    if (context != nullptr) XFreeGC(display, context);
  }

  void give_back() {
    if (segment.shmaddr != nullptr) {
      XShmDetach(display, &segment);
      XSync(display, False);
      shmdt(segment.shmaddr);
    }
    segment = {};
    image.reset();
    own_pixels.clear();
  }

  bool share(int width, int height) {
    if (XShmQueryExtension(display) != True) return false;
    image.reset(XShmCreateImage(display, look.visual, static_cast<unsigned>(look.depth), ZPixmap, nullptr,
                                &segment, static_cast<unsigned>(width), static_cast<unsigned>(height)));
    if (!image) return false;
    auto const bytes = static_cast<std::size_t>(image->bytes_per_line) * static_cast<std::size_t>(height);
    segment.shmid = shmget(IPC_PRIVATE, bytes, IPC_CREAT | 0600);
    if (segment.shmid < 0) return false;
    void* const address = shmat(segment.shmid, nullptr, 0);
    bool const here = address != reinterpret_cast<void*>(-1);  // NOLINT(performance-no-int-to-ptr)
    bool const there = here && attach(static_cast<char*>(address));
    shmctl(segment.shmid, IPC_RMID, nullptr);  // it goes with the last of both who has it
    if (here && !there) shmdt(address);
    if (!there) segment = {};
    return there;
  }

  bool attach(char* address) {
    segment.shmaddr = image->data = address;
    segment.readOnly = True;
    XSync(display, False);
    refused = false;
    auto* const before = XSetErrorHandler(&note_it);
    bool const asked = XShmAttach(display, &segment) != 0;
    XSync(display, False);
    XSetErrorHandler(before);
    return asked && !refused;
  }

  bool keep(int width, int height) {
    own_pixels.assign(static_cast<std::size_t>(width) * static_cast<std::size_t>(height), 0);
    image.reset(XCreateImage(display, look.visual, static_cast<unsigned>(look.depth), ZPixmap, 0,
                             reinterpret_cast<char*>(own_pixels.data()), static_cast<unsigned>(width),
                             static_cast<unsigned>(height), pixel_bits, 0));
    return image != nullptr;
  }
};

XCanvas::XCanvas(std::unique_ptr<Side> side) : side_(std::move(side)) {}
XCanvas::~XCanvas() = default;

Result<std::unique_ptr<XCanvas>> XCanvas::open(GLFWwindow* window) {
  auto side = std::make_unique<Side>();
  side->display = glfwGetX11Display();
  side->window = glfwGetX11Window(window);
  if (side->display == nullptr || side->window == 0 ||
      XGetWindowAttributes(side->display, side->window, &side->look) == 0) {
    return Failure{FailureCode::internal_fault, "the window is not one of an X server"};
  }
  side->context = XCreateGC(side->display, side->window, 0, nullptr);
  return std::unique_ptr<XCanvas>(new XCanvas(std::move(side)));
}

Result<void> XCanvas::fit(int width, int height) {
  if (side_->image && canvas_.width == width && canvas_.height == height) return {};
  side_->give_back();
  bool const there = side_->share(width, height) || side_->keep(width, height);
  if (!there || !is_ours(*side_->image)) {
    side_->give_back();
    return Failure{FailureCode::internal_fault, "the display has no pixels of 8 bits red, green and blue"};
  }
  canvas_ = {reinterpret_cast<std::uint32_t*>(side_->image->data), width, height,
             side_->image->bytes_per_line / static_cast<int>(sizeof(std::uint32_t))};
  return {};
}

void XCanvas::put(Patch const& patch) const {
  auto const wide = static_cast<unsigned>(patch.w);
  auto const tall = static_cast<unsigned>(patch.h);
  if (side_->segment.shmaddr != nullptr) {
    XShmPutImage(side_->display, side_->window, side_->context, side_->image.get(), patch.x, patch.y, patch.x,
                 patch.y, wide, tall, False);
  } else {
    XPutImage(side_->display, side_->window, side_->context, side_->image.get(), patch.x, patch.y, patch.x,
              patch.y, wide, tall);
  }
}

void XCanvas::flush() const {
  XFlush(side_->display);
}

}  // namespace ce::window
