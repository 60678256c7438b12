#include "kiosk/widgets/surface.h"

#include <imgui.h>

namespace ce::widgets {
namespace {

/// ImGui's renderer keeps an OpenGL name in a pointer.
ImTextureID texture_id(unsigned name) {
  auto const address = static_cast<std::uintptr_t>(name);
  return reinterpret_cast<ImTextureID>(address);  // NOLINT(performance-no-int-to-ptr)
}

}  // namespace

Surface::Surface(GlyphAtlas& atlas) : atlas_(&atlas), context_(ImGui::CreateContext()) {
  ImGui::SetCurrentContext(context_);
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.DeltaTime = 1.F / 60.F;
  io.MouseDragThreshold = 1e9F;
  io.BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;
  // ImGui wants one font of its own; nothing is ever written with it, and its pixels are given back.
  io.Fonts->Flags |= ImFontAtlasFlags_NoBakedLines | ImFontAtlasFlags_NoMouseCursors;
  io.Fonts->AddFontDefault();
  io.Fonts->Build();
  io.Fonts->ClearInputData();
  ImGui::GetStyle().AntiAliasedLinesUseTex = false;
  ImGui::GetStyle().CircleTessellationMaxError = 0.2F;
}

Surface::~Surface() {
  ImGui::DestroyContext(context_);
}

void Surface::begin_pass(int width, int height, Finger const& finger) {
  ImGui::SetCurrentContext(context_);
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = {static_cast<float>(width), static_cast<float>(height)};
  io.MousePos = {finger.at.x, finger.at.y};
  io.MouseDown[0] = finger.down;
  // Shapes are filled with the white patch of our sheet, so that text and shapes share one texture.
  io.Fonts->TexUvWhitePixel = {atlas_->white_u(), atlas_->white_v()};
  io.Fonts->SetTexID(texture_id(texture_));
  ImGui::NewFrame();
}

ImDrawData const& Surface::end_pass() {
  ImGui::Render();
  return *ImGui::GetDrawData();
}

}  // namespace ce::widgets
