ce_program(ce-kiosk
  SOURCES kiosk/main.cpp
  USES kiosk/identity kiosk/set_up kiosk/settings kiosk/staff kiosk/start shared/base shared/crash shared/freed_memory shared/log shared/openssl shared/service)
ce_program(ce-kiosk-notice SOURCES kiosk/notice/main.cpp USES kiosk/notice shared/base shared/service LIBRARIES CLI11::CLI11)
