// SPDX-License-Identifier: Apache-2.0
package daybook.projections.wiring;

import daybook.domain.Catchup;
import daybook.domain.Directory;
import daybook.domain.Log;
import daybook.domain.Vault;
import daybook.projections.Projection;
import daybook.projections.access.AccountFold;
import daybook.projections.access.AccountView;
import daybook.projections.access.AccountViews;
import daybook.projections.access.TokenFold;
import daybook.projections.access.TokenView;
import daybook.projections.audit.AuditLog;
import daybook.projections.audit.IndexedAuditLog;
import daybook.projections.audit.index.AuditIndex;
import daybook.projections.command.CommandFold;
import daybook.projections.command.CommandView;
import daybook.projections.command.CommandViews;
import daybook.projections.device.DeviceFold;
import daybook.projections.device.DeviceView;
import daybook.projections.device.DeviceViews;
import daybook.projections.device.SilenceToDo;
import daybook.projections.directory.ViewDirectory;
import daybook.projections.inventory.InventoryFold;
import daybook.projections.inventory.InventoryToDo;
import daybook.projections.inventory.InventoryView;
import daybook.projections.opening.ErasureFold;
import daybook.projections.opening.ErasureView;
import daybook.projections.opening.Opener;
import daybook.projections.projector.DocumentProjection;
import daybook.projections.projector.LogProjector;
import daybook.projections.projector.ViewCatchup;
import daybook.projections.push.PushFold;
import daybook.projections.push.PushToDo;
import daybook.projections.push.PushView;
import daybook.projections.queue.HeldQueues;
import daybook.projections.queue.QueueFold;
import daybook.projections.queue.QueueView;
import daybook.projections.renewal.RenewalFold;
import daybook.projections.renewal.RenewalToDo;
import daybook.projections.renewal.RenewalView;
import daybook.projections.revocation.RevocationFold;
import daybook.projections.revocation.RevocationList;
import daybook.projections.revocation.RevocationView;
import daybook.projections.store.Query;
import daybook.projections.store.ViewStores;
import daybook.projections.stray.StrayFold;
import daybook.projections.stray.StrayList;
import daybook.projections.stray.StrayView;
import java.nio.file.Path;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** All views, where {@link ChosenViewStores} keeps them, and the ports over them. */
@Configuration(proxyBeanMethods = false)
class ViewsConfiguration {
  @Bean
  ChosenViewStores viewStores(
      @Value("${daybook.home:./data}") Path home,
      @Value("${daybook.views_url:}") String url,
      @Value("${daybook.several_nodes:false}") boolean severalNodes,
      Log log) {
    if (severalNodes && !url.isEmpty()) {
      throw new IllegalArgumentException(
          "daybook.several_nodes and daybook.views_url exclude each other: each of several nodes"
              + " folds its own views, in files");
    }
    return new ChosenViewStores(home.resolve("views"), url, log);
  }

  @Bean
  Opener opener(Vault vault) {
    return new Opener(vault);
  }

  @Bean
  DocumentProjection<ErasureView> erasureProjection(ViewStores stores, Log log, Opener opener) {
    return new DocumentProjection<>(new ErasureFold(), stores, log, opener);
  }

  @Bean
  DocumentProjection<DeviceView> deviceProjection(ViewStores stores, Log log, Opener opener) {
    return new DocumentProjection<>(new DeviceFold(), stores, log, opener);
  }

  @Bean
  DocumentProjection<CommandView> commandProjection(ViewStores stores, Log log, Opener opener) {
    return new DocumentProjection<>(new CommandFold(), stores, log, opener);
  }

  @Bean
  DocumentProjection<PushView> pushProjection(ViewStores stores, Log log, Opener opener) {
    return new DocumentProjection<>(new PushFold(), stores, log, opener);
  }

  @Bean
  DocumentProjection<InventoryView> inventoryProjection(ViewStores stores, Log log, Opener opener) {
    return new DocumentProjection<>(new InventoryFold(), stores, log, opener);
  }

  @Bean
  DocumentProjection<RenewalView> renewalProjection(ViewStores stores, Log log, Opener opener) {
    return new DocumentProjection<>(new RenewalFold(), stores, log, opener);
  }

  @Bean
  DocumentProjection<RevocationView> revocationProjection(
      ViewStores stores, Log log, Opener opener) {
    return new DocumentProjection<>(new RevocationFold(), stores, log, opener);
  }

  @Bean
  DocumentProjection<QueueView> queueProjection(ViewStores stores, Log log, Opener opener) {
    return new DocumentProjection<>(new QueueFold(), stores, log, opener);
  }

  @Bean
  HeldQueues heldQueues(DocumentProjection<QueueView> queues, DeviceViews devices) {
    return new HeldQueues(queues, devices);
  }

  @Bean
  DocumentProjection<StrayView> strayProjection(ViewStores stores, Log log, Opener opener) {
    return new DocumentProjection<>(new StrayFold(), stores, log, opener);
  }

  @Bean
  StrayList strayList(DocumentProjection<StrayView> strays, DeviceViews devices) {
    return new StrayList(strays, devices);
  }

  @Bean
  DocumentProjection<AccountView> accountProjection(ViewStores stores, Log log, Opener opener) {
    return new DocumentProjection<>(new AccountFold(), stores, log, opener);
  }

  @Bean
  DocumentProjection<TokenView> tokenProjection(ViewStores stores, Log log, Opener opener) {
    return new DocumentProjection<>(new TokenFold(), stores, log, opener);
  }

  @Bean
  AuditIndex auditIndex(ChosenViewStores stores) {
    return new AuditIndex(stores::path);
  }

  @Bean(destroyMethod = "close")
  LogProjector projector(
      Log log,
      Opener opener,
      ChosenViewStores stores,
      List<Projection> projections,
      DocumentProjection<ErasureView> erasures) {
    stores.dropLeftovers(projections);
    LogProjector projector = new LogProjector(log, opener, stores, projections);
    erasures.find(Query.all()).forEach(opener::remember);
    projector.start();
    return projector;
  }

  @Bean
  Catchup catchup(LogProjector projector) {
    return new ViewCatchup(projector);
  }

  @Bean
  DeviceViews deviceViews(DocumentProjection<DeviceView> devices, LogProjector opened) {
    return new DeviceViews(devices);
  }

  @Bean
  CommandViews commandViews(DocumentProjection<CommandView> commands, LogProjector opened) {
    return new CommandViews(commands);
  }

  @Bean
  AccountViews accountViews(DocumentProjection<AccountView> accounts, LogProjector opened) {
    return new AccountViews(accounts);
  }

  @Bean
  Directory directory(
      DeviceViews devices, CommandViews commands, DocumentProjection<TokenView> tokens) {
    return new ViewDirectory(devices, commands, tokens);
  }

  @Bean
  PushToDo pushToDo(DocumentProjection<PushView> pushes, LogProjector projector) {
    return new PushToDo(pushes, projector);
  }

  @Bean
  InventoryToDo inventoryToDo(
      DocumentProjection<InventoryView> inventories, LogProjector projector) {
    return new InventoryToDo(inventories, projector);
  }

  @Bean
  SilenceToDo silenceToDo(DocumentProjection<DeviceView> devices, LogProjector projector) {
    return new SilenceToDo(devices, projector);
  }

  @Bean
  RenewalToDo renewalToDo(DocumentProjection<RenewalView> renewals, LogProjector projector) {
    return new RenewalToDo(renewals, projector);
  }

  @Bean
  RevocationList revocationList(
      DocumentProjection<RevocationView> revocations, LogProjector opened) {
    return new RevocationList(revocations);
  }

  @Bean
  AuditLog auditLog(
      AuditIndex index,
      Log log,
      Opener opener,
      DeviceViews devices,
      AccountViews accounts,
      LogProjector projector) {
    return new IndexedAuditLog(index, log, opener, devices, accounts, projector);
  }
}
