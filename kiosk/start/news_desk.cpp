#include "kiosk/start/news_desk.h"

#include <utility>

namespace ce::start {

void NewsDesk::tell() {
  News news;
  if (auto const config = shelf_->config()) news.idle_seconds = config->idle_seconds;
  auto const text = shelf_->words("zh");
  if (text && *text != words_text_) {
    words_text_ = *text;
    auto words = present::Words::parse(*text);
    if (words) {
      news.words = std::make_unique<present::Words const>(std::move(words).value());
    } else {
      logger_->event(log::Event::failure,
                     {{"where", "words from central"}, {"why", describe(words.failure())}});
    }
  }
  {
    std::scoped_lock const lock{mutex_};
    // What was told before and not taken up yet is not lost.
    if (waiting_ && !news.words) news.words = std::move(waiting_->words);
    waiting_ = std::move(news);
  }
  wake_();
}

std::optional<News> NewsDesk::take() {
  std::unique_lock const lock{mutex_, std::try_to_lock};
  if (!lock) return std::nullopt;
  return std::exchange(waiting_, std::nullopt);
}

}  // namespace ce::start
