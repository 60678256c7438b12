# What is installed where, and the three Debian packages that CPack makes of it (packaging/packages).
# Data of the regulation (rules, regions) is in ce-admin, which ce-central needs; the kiosk has its own copy of the
# regions, for it stands on another machine.
include(GNUInstallDirs)
set(deb ${CMAKE_SOURCE_DIR}/packaging/deb)
set(systemd ${CMAKE_SOURCE_DIR}/packaging/systemd)
set(share ${CMAKE_INSTALL_DATADIR})

# ce_installed_program(kiosk ce-kiosk "what it is" SERVICES a.service ...): a program with its manual page, made from its
# own --help (packaging/manual).
function(ce_installed_program component program what)
  cmake_parse_arguments(PROGRAM "" "" "SERVICES" ${ARGN})
  install(TARGETS ${program} RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT ${component})
  set(page ${CMAKE_BINARY_DIR}/man/${program}.8)
  install(CODE "file(MAKE_DIRECTORY ${CMAKE_BINARY_DIR}/man)
    execute_process(COMMAND ${CMAKE_SOURCE_DIR}/packaging/manual $<TARGET_FILE:${program}> ${PROJECT_VERSION} ${what} ${page}
      COMMAND_ERROR_IS_FATAL ANY)
    execute_process(COMMAND gzip -9nf ${page} COMMAND_ERROR_IS_FATAL ANY)" COMPONENT ${component})
  install(FILES ${page}.gz DESTINATION ${CMAKE_INSTALL_MANDIR}/man8 COMPONENT ${component})
  foreach(service ${PROGRAM_SERVICES})
    install(FILES ${systemd}/${service} DESTINATION lib/systemd/system COMPONENT ${component})
  endforeach()
endfunction()

ce_installed_program(kiosk ce-kiosk "继续教育证书自助终端" SERVICES ce-kiosk.service ce-kiosk-display.service ce-kiosk-notice.service
                     ce-kiosk-update.service ce-kiosk-update.timer)
ce_installed_program(kiosk ce-kiosk-notice "自助终端不能启动时的画面")
install(DIRECTORY assets/strings assets/voice DESTINATION ${share}/ce-kiosk/assets COMPONENT kiosk)
install(DIRECTORY config/regions DESTINATION ${share}/ce-kiosk/assets COMPONENT kiosk)
install(FILES packaging/apparmor/ce-kiosk DESTINATION /etc/apparmor.d COMPONENT kiosk)
install(PROGRAMS ${deb}/ce-kiosk/update DESTINATION lib/ce-kiosk COMPONENT kiosk)
install(FILES ${systemd}/xorg.conf DESTINATION ${share}/ce-kiosk COMPONENT kiosk)
install(FILES config/kiosk-new.toml DESTINATION ${share}/ce-kiosk COMPONENT kiosk)
install(FILES config/kiosk.toml ${systemd}/opengl.conf DESTINATION ${share}/doc/ce-kiosk/examples COMPONENT kiosk)
install(FILES ${systemd}/ce-kiosk.sysusers DESTINATION lib/sysusers.d RENAME ce-kiosk.conf COMPONENT kiosk)
install(FILES ${systemd}/60-ce-kiosk.rules ${systemd}/70-ce-kiosk-usb.rules DESTINATION lib/udev/rules.d COMPONENT kiosk)
install(FILES ${systemd}/ce-kiosk.polkit DESTINATION ${share}/polkit-1/rules.d RENAME 50-ce-kiosk.rules COMPONENT kiosk)

ce_installed_program(central ce-central "继续教育管理系统" SERVICES ce-central.service)
install(FILES ${systemd}/ce-central.sysusers DESTINATION lib/sysusers.d RENAME ce-central.conf COMPONENT central)
install(FILES config/central.toml DESTINATION ${share}/ce-central COMPONENT central)
install(FILES packaging/apparmor/ce-central DESTINATION /etc/apparmor.d COMPONENT central)
install(FILES packaging/nginx/ce-central.conf packaging/nginx/nginx-certificate.service packaging/nginx/nginx-certificate.timer DESTINATION ${share}/doc/ce-central/examples COMPONENT central)
install(FILES packaging/prometheus/prometheus.yml packaging/prometheus/central.rules.yml packaging/prometheus/cluster.rules.yml
        DESTINATION ${share}/doc/ce-central/examples/prometheus COMPONENT central)
install(PROGRAMS packaging/prometheus/dashboard DESTINATION ${share}/doc/ce-central/examples/prometheus COMPONENT central)

ce_installed_program(admin ce-admin "继续教育管理系统的运维命令")
install(DIRECTORY config/rules config/regions config/industries config/demo DESTINATION ${share}/ce-central COMPONENT admin)
install(FILES shared/protocol/openapi.yaml DESTINATION ${share}/ce-central COMPONENT admin)
install(DIRECTORY assets/strings DESTINATION ${share}/ce-central COMPONENT admin)

foreach(component kiosk central admin)
  install(FILES ${deb}/copyright DESTINATION ${share}/doc/ce-${component} COMPONENT ${component})
endforeach()

# Packing takes what is built and builds nothing else.
set(CMAKE_SKIP_INSTALL_ALL_DEPENDENCY ON)
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_COMPONENTS_ALL kiosk central admin)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_MAINTAINER "ce-kiosk <ce-kiosk@localhost>")
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "Continuing education of Guangdong's professionals")
foreach(component KIOSK CENTRAL ADMIN)
  string(TOLOWER ${component} name)
  set(CPACK_DEBIAN_${component}_PACKAGE_NAME ce-${name})
  set(CPACK_DEBIAN_${component}_PACKAGE_SECTION misc)
endforeach()
set(CPACK_COMPONENT_KIOSK_DESCRIPTION "Self-service kiosk for certificates of continuing education
 Full-screen touch application: shows a professional's year, prints approved certificates and verifies them.")
set(CPACK_COMPONENT_CENTRAL_DESCRIPTION "Management system for continuing education of professionals
 Registration, review, numbering, issuing, registers and public verification, with a web console.")
set(CPACK_COMPONENT_ADMIN_DESCRIPTION "Operators' command line of ce-central, and the regulation's data")
# Fonts and voices are looked for when they are needed, so the linker does not know of them.
set(CPACK_DEBIAN_KIOSK_PACKAGE_DEPENDS "systemd, xserver-xorg-core, xserver-xorg-input-libinput, xauth, libgl1-mesa-dri, fonts-noto-cjk, fonts-material-design-icons-iconfont, fonts-hanazono, fonts-babelstone-han, fonts-lxgw-wenkai, fonts-arphic-uming, fonts-arphic-ukai, espeak-ng-data")
set(CPACK_DEBIAN_KIOSK_PACKAGE_RECOMMENDS "cups-ipp-utils, polkitd, systemd-timesyncd | time-daemon, tpm2-openssl")
set(CPACK_DEBIAN_CENTRAL_PACKAGE_DEPENDS "systemd, ce-admin (= ${PROJECT_VERSION}), fonts-arphic-uming, fonts-arphic-ukai, fonts-lxgw-wenkai, fonts-noto-cjk, fonts-hanazono, fonts-babelstone-han")
set(CPACK_DEBIAN_CENTRAL_PACKAGE_RECOMMENDS "nginx-light, systemd-timesyncd | time-daemon")
# One preinst for both; CPack packs a script by its name and mode.
foreach(PACKAGE ce-kiosk ce-central)
  configure_file(${deb}/preinst.in ${CMAKE_BINARY_DIR}/deb/${PACKAGE}/preinst @ONLY
                 FILE_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
endforeach()
set(CPACK_DEBIAN_KIOSK_PACKAGE_CONTROL_EXTRA ${CMAKE_BINARY_DIR}/deb/ce-kiosk/preinst ${deb}/ce-kiosk/postinst ${deb}/ce-kiosk/prerm
    ${deb}/ce-kiosk/postrm ${deb}/ce-kiosk/conffiles)
set(CPACK_DEBIAN_CENTRAL_PACKAGE_CONTROL_EXTRA ${CMAKE_BINARY_DIR}/deb/ce-central/preinst ${deb}/ce-central/postinst ${deb}/ce-central/prerm
    ${deb}/ce-central/postrm ${deb}/ce-central/conffiles)
include(CPack)
