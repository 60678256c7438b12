#pragma once

#include <gtest/gtest.h>
#include <png.h>

#include <cstdint>
#include <string>
#include <vector>

namespace ce::test {

/// Pixels as a PNG file, written by libpng; `format` is one of libpng's, of one byte a sample.
inline std::string png_of(std::uint32_t width, std::uint32_t height, png_uint_32 format,
                          std::vector<std::uint8_t> const& pixels) {
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  image.width = width;
  image.height = height;
  image.format = format;
  png_alloc_size_t size = 0;
  EXPECT_NE(png_image_write_to_memory(&image, nullptr, &size, 0, pixels.data(), 0, nullptr), 0);
  std::string bytes(size, '\0');
  EXPECT_NE(png_image_write_to_memory(&image, bytes.data(), &size, 0, pixels.data(), 0, nullptr), 0);
  return bytes;
}

/// A picture of that size: half red, half a ground of that opacity.
inline std::string png(std::uint32_t width, std::uint32_t height, unsigned char ground = 0,
                       bool alpha = true) {
  std::size_t const samples = alpha ? 4 : 3;
  std::vector<unsigned char> pixels(samples * width * height, ground);
  for (std::size_t i = 0; i < pixels.size() / 2; i += samples) {
    pixels[i] = 255;
    if (alpha) pixels[i + 3] = 255;
  }
  return png_of(width, height, alpha ? PNG_FORMAT_RGBA : PNG_FORMAT_RGB, pixels);
}

}  // namespace ce::test
