#include "kiosk/start/news_desk.h"

#include <utility>

namespace ce::start {

Result<present::Vocabulary> NewsDesk::vocabulary() const {
  present::Vocabulary words = *own_;
  if (!told_[0].empty()) {
    CE_TRY(words.chinese, present::Words::parse(told_[0]));
  }
  if (!told_[1].empty()) {
    CE_TRY(words.english, present::Words::parse_beside(words.chinese, told_[1]));
  }
  return words;
}

void NewsDesk::tell() {
  News news;
  if (auto const config = shelf_->config()) news.idle_seconds = config->idle_seconds;
  std::array const texts{shelf_->words("zh").value_or(""), shelf_->words("en").value_or("")};
  if (texts != told_) {
    told_ = texts;
    auto words = vocabulary();
    if (words) {
      news.words = std::make_unique<present::Vocabulary const>(std::move(words).value());
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
